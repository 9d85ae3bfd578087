package terrace.orders.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import terrace.marketplace.clock.Clock;

/** Days of a statement, both included, in the market's time zone. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    Instant begins() {
        return from.atStartOfDay(Clock.ZONE).toInstant();
    }

    /** The first moment after it. */
    Instant ends() {
        return to.plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
    }
}
