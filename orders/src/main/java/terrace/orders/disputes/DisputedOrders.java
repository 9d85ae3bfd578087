package terrace.orders.disputes;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.ledger.Sql;

/** What of an order can be disputed, and what the books say of its acceptance; the order held fast. */
@Singleton
class DisputedOrders {

    private static final String FACTS = """
            select o.id, o.merchant_id, p.paid_by, o.total_fen - o.discount_fen - o.subsidy_fen
                - coalesce((select sum(cash_fen) from orders.reversal r where r.order_id = o.id), 0)
                - coalesce((select sum(fen) from orders.dispute d
                            where d.order_id = o.id and d.state <> 'WON'), 0) as disputable_fen,
                coalesce((select sum(e.fen) from orders.journal j join orders.entry e on e.journal_id = j.id
                          where j.source_type = 'order' and j.source_id = o.id and j.kind = 'ORDER_ACCEPTED'
                            and e.side = 'D'), 0) as accepted_fen,
                coalesce((select sum(e.fen) from orders.journal j join orders.entry e on e.journal_id = j.id
                          where j.source_type = 'order' and j.source_id = o.id and j.kind = 'ORDER_ACCEPTED'
                            and e.account = 'revenue:commission'), 0) as commission_fen
            from orders.customer_order o join orders.purchase p on p.id = o.purchase_id
            where o.number = ? and p.paid_by is not null for update of o""";

    private static final String KEPT = """
            select o.number, o.total_fen - o.discount_fen - o.subsidy_fen
                - coalesce((select sum(cash_fen) from orders.reversal r where r.order_id = o.id), 0) as kept_fen
            from orders.customer_order o where o.id = ?""";

    private final Sql sql;

    DisputedOrders(Sql sql) {
        this.sql = sql;
    }

    /**
     * In fen.
     *
     * @param disputableFen what the buyer paid and has not got back
     * @param acceptedFen what escrow gave at acceptance; 0 before it
     */
    record Facts(
            UUID orderId, UUID merchantId, UUID paymentId, long disputableFen, long acceptedFen, long commissionFen) {

        /** The commission's share of a part, half up. */
        long commissionOf(long fen) {
            return Math.min(fen, (2 * Math.multiplyExact(commissionFen, fen) + acceptedFen) / (2 * acceptedFen));
        }
    }

    /** What the buyer paid and has not got back as a refund, in fen. */
    record Kept(String number, long fen) {

        /** The share of a disputed sum in a part of the order, rounded up; never more than the part. */
        long part(long partFen, long disputedFen) {
            return fen <= disputedFen ? partFen : Math.ceilDiv(Math.multiplyExact(partFen, disputedFen), fen);
        }
    }

    Kept kept(UUID orderId) {
        return sql.first(KEPT, row -> new Kept(row.getString("number"), row.getLong("kept_fen")), orderId)
                .orElseThrow();
    }

    Optional<Facts> lock(String number) {
        return sql.first(
                FACTS,
                row -> new Facts(
                        Sql.id(row, "id"),
                        Sql.id(row, "merchant_id"),
                        Sql.id(row, "paid_by"),
                        row.getLong("disputable_fen"),
                        row.getLong("accepted_fen"),
                        row.getLong("commission_fen")),
                number);
    }
}
