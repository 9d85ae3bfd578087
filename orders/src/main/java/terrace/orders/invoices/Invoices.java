package terrace.orders.invoices;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.invoices.Invoicing.Fault;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderState;

/** The door to invoices: one for each accepted order, of what was paid in money. */
@Singleton
public class Invoices {
    public static final int TITLE_CHARS_MAX = 100;

    static final Pattern NUMBER = Pattern.compile("[0-9]{20}");
    /** 统一社会信用代码 of 18 (GB 32100: no I, O, S, V, Z), or an older number of 15 to 20. */
    private static final Pattern TAX_NUMBER = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}|[0-9A-Z]{15,20}");

    private final InvoiceRows rows;
    private final OrderBook book;
    private final Clock clock;

    Invoices(InvoiceRows rows, OrderBook book, Clock clock) {
        this.rows = rows;
        this.book = book;
        this.clock = clock;
    }

    /** Asks for one, once; empty when the order is not this member's. */
    @Transactional
    public Optional<Invoicing> ask(UUID memberId, String orderNumber, NewInvoice wanted) {
        return book.lockOfMember(memberId, orderNumber).map(order -> {
            Optional<Invoice> known = rows.ofOrder(order.id());
            if (known.isPresent()) {
                return new Invoicing.Done(known.get());
            }
            NewInvoice tidy = new NewInvoice(
                    wanted.kind(),
                    wanted.company(),
                    wanted.title().strip(),
                    wanted.company() ? wanted.taxNumber().strip().toUpperCase(Locale.ROOT) : "");
            return fault(order, tidy).<Invoicing>map(Invoicing.Refused::new).orElseGet(() -> {
                rows.ask(Ids.next(), order.id(), order.memberId(), order.merchantId(), tidy);
                return new Invoicing.Done(rows.ofOrder(order.id()).orElseThrow());
            });
        });
    }

    private Optional<Fault> fault(OpenOrder order, NewInvoice wanted) {
        if (order.state() != OrderState.ACCEPTED) {
            return Optional.of(Fault.NOT_ACCEPTED);
        }
        if (rows.paid(order.id()).isEmpty()) {
            return Optional.of(Fault.NOTHING_PAID);
        }
        if (wanted.title().isEmpty() || wanted.title().length() > TITLE_CHARS_MAX) {
            return Optional.of(Fault.TITLE);
        }
        if (wanted.company() && !TAX_NUMBER.matcher(wanted.taxNumber()).matches()) {
            return Optional.of(Fault.TAX_NUMBER);
        }
        return wanted.kind() == Invoice.Kind.SPECIAL && !wanted.company()
                ? Optional.of(Fault.SPECIAL_FOR_COMPANIES)
                : Optional.empty();
    }

    /** The invoice of a member's order, if one was asked for. */
    @Connectable
    public Optional<Invoice> ofMember(UUID memberId, UUID orderId) {
        return rows.ofOrder(orderId).filter(invoice -> invoice.memberId().equals(memberId));
    }

    /** What could be invoiced of an order now. */
    @Connectable
    public List<InvoiceLine> invoiceable(UUID orderId) {
        return rows.paid(orderId);
    }

    /** A merchant's: those to be issued first. */
    @Connectable
    public List<Invoice> ofMerchant(UUID merchantId, int limit) {
        return rows.ofMerchant(merchantId, limit);
    }

    @Connectable
    public Optional<Invoice> byId(UUID merchantId, UUID id) {
        return rows.byId(id).filter(invoice -> invoice.merchantId().equals(merchantId));
    }

    /**
     * The merchant has issued it at the tax office, under this number; what it says is kept as it is now. Empty when it
     * is not this merchant's.
     */
    @Transactional
    public Optional<Invoicing> issue(UUID merchantId, UUID id, String number, LocalDate day, UUID actor) {
        Optional<Invoice> found =
                rows.byId(id).filter(invoice -> invoice.merchantId().equals(merchantId));
        // the order first, as everywhere: a refund under way is in what is invoiced, or comes after it
        found.ifPresent(invoice -> {
            if (book.lock(invoice.orderId()).isEmpty()) {
                throw new IllegalStateException("invoice " + id + " is of no order");
            }
        });
        return found.flatMap(invoice -> rows.lock(invoice.id())).map(invoice -> {
            if (invoice.issued()) {
                return number.equals(invoice.number())
                        ? new Invoicing.Done(invoice)
                        : new Invoicing.Refused(Fault.ISSUED_BEFORE);
            }
            return fault(invoice, number, day)
                    .<Invoicing>map(Invoicing.Refused::new)
                    .orElseGet(() -> {
                        rows.issue(invoice, number, day, actor);
                        return new Invoicing.Done(rows.byId(id).orElseThrow());
                    });
        });
    }

    private Optional<Fault> fault(Invoice invoice, String number, LocalDate day) {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.of(Fault.NUMBER);
        }
        if (invoice.lines().isEmpty()) {
            return Optional.of(Fault.NOTHING_PAID);
        }
        if (day.isAfter(clock.today()) || day.isBefore(clock.dayOf(invoice.askedAt()))) {
            return Optional.of(Fault.DAY);
        }
        return rows.isTaken(number) ? Optional.of(Fault.NUMBER_TAKEN) : Optional.empty();
    }
}
