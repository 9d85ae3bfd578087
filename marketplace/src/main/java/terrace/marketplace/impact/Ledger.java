package terrace.marketplace.impact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What was sold from one day to another and whom it helped, reckoned from facts.
 *
 * @param months oldest first
 * @param counties the largest sum first
 */
public record Ledger(LocalDate from, LocalDate to, Sum total, List<Month> months, List<County> counties) {

    public record Month(YearMonth month, Sum sum) {}

    public record County(String code, Sum sum) {}
}
