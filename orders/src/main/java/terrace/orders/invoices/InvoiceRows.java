package terrace.orders.invoices;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.catalog.listings.VatKind;
import terrace.marketplace.vault.Vault;

/** Keeps invoices; whom they name is sealed. */
@Singleton
class InvoiceRows {
    private static final String SELECT = """
            select i.*, o.number as order_number from orders.invoice i
            join orders.customer_order o on o.id = i.order_id where\s""";
    /** Cash of each line, freight too, less what of it has been refunded in cash. */
    private static final String PAID = """
            select l.position, l.title || ' ' || l.sku_name as title, l.quantity, l.vat_kind,
                l.amount_fen - l.discount_fen - l.subsidy_fen - coalesce(r.reversed_cash_fen, 0) as fen
            from orders.order_line l
            left join orders.line_reversed r on r.order_id = l.order_id and r.position = l.position
            where l.order_id = ?
            union all
            select 0, '运费', 1, '', o.freight_fen - coalesce(r.reversed_cash_fen, 0)
            from orders.customer_order o left join orders.line_reversed r on r.order_id = o.id and r.position = 0
            where o.id = ?
            order by position
            """;

    private static final int NINE = 900;
    private static final int THIRTEEN = 1_300;

    private final JdbcOperations jdbc;
    private final Vault vault;

    InvoiceRows(JdbcOperations jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void ask(UUID id, UUID orderId, UUID memberId, UUID merchantId, NewInvoice wanted) {
        jdbc.prepareStatement("""
                insert into orders.invoice (id, order_id, member_id, merchant_id, kind, company, title_sealed,
                    tax_number)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (order_id) do nothing
                """, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, orderId);
            statement.setObject(3, memberId);
            statement.setObject(4, merchantId);
            statement.setString(5, wanted.kind().name());
            statement.setBoolean(6, wanted.company());
            statement.setBytes(7, vault.seal(wanted.title()));
            statement.setString(8, wanted.taxNumber());
            return statement.executeUpdate();
        });
    }

    void issue(Invoice invoice, String number, LocalDate day, UUID actor) {
        jdbc.prepareStatement("""
                insert into orders.invoice_line (invoice_id, position, title, quantity, vat_kind, basis_points, fen,
                    tax_fen)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            for (InvoiceLine line : invoice.lines()) {
                statement.setObject(1, invoice.id());
                statement.setInt(2, line.position());
                statement.setString(3, line.title());
                statement.setInt(4, line.quantity());
                statement.setString(5, line.vatKind());
                statement.setInt(6, line.basisPoints());
                statement.setLong(7, line.fen());
                statement.setLong(8, line.taxFen());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        jdbc.prepareStatement("""
                update orders.invoice set number = ?, issued_on = ?, issued_by = ?, issued_at = marketplace.clock_now()
                where id = ?
                """, statement -> {
            statement.setString(1, number);
            statement.setObject(2, day);
            statement.setObject(3, actor);
            statement.setObject(4, invoice.id());
            return statement.executeUpdate();
        });
    }

    boolean isTaken(String number) {
        return jdbc.prepareStatement("""
                select from orders.invoice where number = ?
                union all select from orders.red_invoice where number = ?""", statement -> {
            statement.setString(1, number);
            statement.setString(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    Optional<Invoice> ofOrder(UUID orderId) {
        return invoices("i.order_id = ?", orderId).stream().findFirst();
    }

    Optional<Invoice> byId(UUID id) {
        return invoices("i.id = ?", id).stream().findFirst();
    }

    Optional<Invoice> lock(UUID id) {
        return invoices("i.id = ? for update of i", id).stream().findFirst();
    }

    /** Those not issued first, the longest waiting in front; then the newest. */
    List<Invoice> ofMerchant(UUID merchantId, int limit) {
        List<Invoice> all = new ArrayList<>(invoices(
                "i.merchant_id = ? and i.number is null order by i.asked_at, i.id limit ?", merchantId, limit));
        all.addAll(
                invoices("i.merchant_id = ? and i.number is not null order by i.id desc limit ?", merchantId, limit));
        return all;
    }

    /** What there is to invoice now. */
    List<InvoiceLine> paid(UUID orderId) {
        return jdbc.prepareStatement(PAID, statement -> {
            statement.setObject(1, orderId);
            statement.setObject(2, orderId);
            List<InvoiceLine> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String kind = row.getString("vat_kind");
                    if (row.getLong("fen") > 0) {
                        lines.add(InvoiceLine.of(
                                row.getInt("position"),
                                row.getString("title"),
                                row.getInt("quantity"),
                                kind,
                                basisPoints(kind),
                                row.getLong("fen")));
                    }
                }
            }
            return lines;
        });
    }

    /** Freight (运费) is transport, at nine percent. */
    private static int basisPoints(String kind) {
        if (kind.isEmpty()) {
            return NINE;
        }
        return switch (VatKind.valueOf(kind)) {
            case EXEMPT_OWN_GROWN, EXEMPT_BY_KIND -> 0;
            case NINE_PERCENT -> NINE;
            case THIRTEEN_PERCENT -> THIRTEEN;
        };
    }

    private List<InvoiceLine> issued(UUID id) {
        return jdbc.prepareStatement(
                "select * from orders.invoice_line where invoice_id = ? order by position", statement -> {
                    statement.setObject(1, id);
                    List<InvoiceLine> lines = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            lines.add(new InvoiceLine(
                                    row.getInt("position"),
                                    row.getString("title"),
                                    row.getInt("quantity"),
                                    row.getString("vat_kind"),
                                    row.getInt("basis_points"),
                                    row.getLong("fen"),
                                    row.getLong("tax_fen")));
                        }
                    }
                    return lines;
                });
    }

    private List<Invoice> invoices(String where, Object... parameters) {
        List<Invoice> found = jdbc.prepareStatement(SELECT + where, (PreparedStatement statement) -> {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<Invoice> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(invoice(row));
                }
            }
            return rows;
        });
        return found.stream()
                .map(invoice -> invoice.with(invoice.issued() ? issued(invoice.id()) : paid(invoice.orderId())))
                .toList();
    }

    private Invoice invoice(ResultSet row) throws SQLException {
        return new Invoice(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("order_number"),
                row.getObject("member_id", UUID.class),
                row.getObject("merchant_id", UUID.class),
                Invoice.Kind.valueOf(row.getString("kind")),
                vault.open(row.getBytes("title_sealed")),
                row.getString("tax_number"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                List.of());
    }
}
