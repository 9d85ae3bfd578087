package terrace.orders.invoices;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import terrace.orders.ledger.Sql;

/** Keeps red-letter invoices; what is due is the difference of what was invoiced and what is left of it. */
@Singleton
class RedRows {

    private final Sql sql;
    private final InvoiceRows invoices;

    RedRows(Sql sql, InvoiceRows invoices) {
        this.sql = sql;
        this.invoices = invoices;
    }

    private record Taken(long fen, long taxFen) {}

    /** What of an issued invoice was refunded and is on no red-letter invoice yet; the tax of all of it is exact. */
    List<InvoiceLine> due(Invoice invoice) {
        if (!invoice.issued()) {
            return List.of();
        }
        Map<Integer, Long> left = new HashMap<>();
        invoices.paid(invoice.orderId()).forEach(line -> left.put(line.position(), line.fen()));
        Map<Integer, Taken> taken = taken(invoice.id());
        List<InvoiceLine> due = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            Taken before = taken.getOrDefault(line.position(), new Taken(0, 0));
            long back = line.fen() - Math.min(line.fen(), left.getOrDefault(line.position(), 0L));
            long tax = (line.taxFen() * back * 2 + line.fen()) / (line.fen() * 2);
            if (back > before.fen()) {
                due.add(new InvoiceLine(
                        line.position(),
                        line.title(),
                        line.quantity(),
                        line.vatKind(),
                        line.basisPoints(),
                        back - before.fen(),
                        tax - before.taxFen()));
            }
        }
        return due;
    }

    private Map<Integer, Taken> taken(UUID invoiceId) {
        Map<Integer, Taken> taken = new HashMap<>();
        sql.list(
                """
                select l.position, sum(l.fen) as fen, sum(l.tax_fen) as tax_fen
                from orders.red_invoice r join orders.red_invoice_line l on l.red_id = r.id
                where r.invoice_id = ? group by l.position""",
                row -> taken.put(row.getInt("position"), new Taken(row.getLong("fen"), row.getLong("tax_fen"))),
                invoiceId);
        return taken;
    }

    /** Issued invoices of a merchant of whose orders money went back, the newest first. */
    List<UUID> touched(UUID merchantId, int limit) {
        return sql.list("""
                select i.id from orders.invoice i
                where i.merchant_id = ? and i.number is not null and exists (
                    select from orders.line_reversed r where r.order_id = i.order_id and r.reversed_cash_fen > 0)
                order by i.id desc limit ?""", row -> Sql.id(row, "id"), merchantId, limit);
    }

    void write(UUID id, UUID invoiceId, String number, LocalDate day, UUID actor, List<InvoiceLine> lines) {
        sql.change(
                "insert into orders.red_invoice (id, invoice_id, number, issued_on, issued_by) values (?, ?, ?, ?, ?)",
                id,
                invoiceId,
                number,
                day,
                actor);
        for (InvoiceLine line : lines) {
            sql.change(
                    "insert into orders.red_invoice_line (red_id, position, fen, tax_fen) values (?, ?, ?, ?)",
                    id,
                    line.position(),
                    line.fen(),
                    line.taxFen());
        }
    }

    /** Oldest first. */
    List<RedInvoice> of(UUID invoiceId) {
        return sql.list(
                """
                select r.id, r.number, r.issued_on, sum(l.fen) as fen
                from orders.red_invoice r join orders.red_invoice_line l on l.red_id = r.id
                where r.invoice_id = ? group by r.id order by r.issued_at, r.id""",
                row -> new RedInvoice(
                        Sql.id(row, "id"),
                        invoiceId,
                        row.getString("number"),
                        Objects.requireNonNull(Sql.day(row, "issued_on")),
                        row.getLong("fen")),
                invoiceId);
    }
}
