package terrace.orders.invoices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice asked for, and issued or not.
 *
 * @param title whom it names: a company, or a person
 * @param taxNumber the company's; empty for a person
 * @param number as the tax office numbered it; null while it is not issued
 * @param lines as issued; what would be invoiced now while it is not
 */
public record Invoice(
        UUID id,
        UUID orderId,
        String orderNumber,
        UUID memberId,
        UUID merchantId,
        Kind kind,
        String title,
        String taxNumber,
        Instant askedAt,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        List<InvoiceLine> lines) {

    /** Which of the two an invoice is. */
    public enum Kind {
        /** 普通发票. */
        GENERAL,
        /** 增值税专用发票, for companies alone. */
        SPECIAL
    }

    public boolean issued() {
        return number != null;
    }

    /** All of it, tax included. */
    public long fen() {
        return lines.stream().mapToLong(InvoiceLine::fen).sum();
    }

    public long taxFen() {
        return lines.stream().mapToLong(InvoiceLine::taxFen).sum();
    }

    Invoice with(List<InvoiceLine> itsLines) {
        return new Invoice(
                id,
                orderId,
                orderNumber,
                memberId,
                merchantId,
                kind,
                title,
                taxNumber,
                askedAt,
                number,
                issuedOn,
                itsLines);
    }

    /** Whom it names may be a person, who must not reach a log by accident. */
    @Override
    public String toString() {
        return "Invoice[" + id + "]";
    }
}
