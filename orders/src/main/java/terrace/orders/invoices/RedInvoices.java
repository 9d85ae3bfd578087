package terrace.orders.invoices;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.invoices.Invoicing.Fault;
import terrace.orders.purchases.OrderBook;

/** The door to red-letter invoices: what was refunded after it was invoiced is taken back, in whole or in part. */
@Singleton
public class RedInvoices {

    private final InvoiceRows invoices;
    private final RedRows rows;
    private final OrderBook book;
    private final Clock clock;

    RedInvoices(InvoiceRows invoices, RedRows rows, OrderBook book, Clock clock) {
        this.invoices = invoices;
        this.rows = rows;
        this.book = book;
        this.clock = clock;
    }

    /**
     * An invoice of which something is to be taken back.
     *
     * @param lines what, tax included
     */
    public record Due(Invoice invoice, List<InvoiceLine> lines) {}

    /** Those a merchant has to issue. */
    @Connectable
    public List<Due> dueOfMerchant(UUID merchantId, int limit) {
        return rows.touched(merchantId, limit).stream()
                .flatMap(id -> invoices.byId(id).stream())
                .map(invoice -> new Due(invoice, rows.due(invoice)))
                .filter(due -> !due.lines().isEmpty())
                .toList();
    }

    /** What of an invoice is to be taken back; nothing of one that is not issued. */
    @Connectable
    public List<InvoiceLine> due(Invoice invoice) {
        return rows.due(invoice);
    }

    /** Those issued about an invoice, oldest first. */
    @Connectable
    public List<RedInvoice> of(UUID invoiceId) {
        return rows.of(invoiceId);
    }

    /**
     * The merchant has issued it at the tax office, under this number, of all that is due now. The same number again is
     * the same one. Empty when the invoice is not this merchant's.
     */
    @Transactional
    public Optional<Invoicing> issue(UUID merchantId, UUID invoiceId, String number, LocalDate day, UUID actor) {
        Optional<Invoice> found =
                invoices.byId(invoiceId).filter(invoice -> invoice.merchantId().equals(merchantId));
        // the order first, as everywhere: a refund under way is in what is taken back, or comes after it
        found.ifPresent(invoice -> {
            if (book.lock(invoice.orderId()).isEmpty()) {
                throw new IllegalStateException("invoice " + invoiceId + " is of no order");
            }
        });
        return found.flatMap(invoice -> invoices.lock(invoice.id())).map(invoice -> {
            if (rows.of(invoiceId).stream().anyMatch(red -> red.number().equals(number))) {
                return new Invoicing.Done(invoice);
            }
            List<InvoiceLine> lines = rows.due(invoice);
            return fault(invoice, lines, number, day)
                    .<Invoicing>map(Invoicing.Refused::new)
                    .orElseGet(() -> {
                        rows.write(Ids.next(), invoiceId, number, day, actor, lines);
                        return new Invoicing.Done(invoice);
                    });
        });
    }

    private Optional<Fault> fault(Invoice invoice, List<InvoiceLine> lines, String number, LocalDate day) {
        if (lines.isEmpty()) {
            return Optional.of(Fault.NOTHING_TO_TAKE_BACK);
        }
        if (!Invoices.NUMBER.matcher(number).matches()) {
            return Optional.of(Fault.NUMBER);
        }
        LocalDate issued = invoice.issuedOn();
        if (day.isAfter(clock.today()) || (issued != null && day.isBefore(issued))) {
            return Optional.of(Fault.DAY);
        }
        return invoices.isTaken(number) ? Optional.of(Fault.NUMBER_TAKEN) : Optional.empty();
    }
}
