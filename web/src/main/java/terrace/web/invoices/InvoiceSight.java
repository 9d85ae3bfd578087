package terrace.web.invoices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as a page shows it. Money in fen.
 *
 * @param number null while it is not issued
 */
record InvoiceSight(
        UUID id,
        String order,
        String kind,
        String title,
        String taxNumber,
        String askedOn,
        @Nullable String number,
        @Nullable String issuedOn,
        List<Line> lines,
        long fen,
        long taxFen) {

    /** @param rate in words, such as 9 % or exempt */
    record Line(String title, int quantity, String rate, long fen, long taxFen) {}
}
