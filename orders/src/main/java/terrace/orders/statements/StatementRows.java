package terrace.orders.statements;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Sql;

/** Reads a merchant's entries with what they are about: two accounts, what is available and what is owed. */
@Singleton
class StatementRows {

    private static final String BALANCE = """
            select coalesce(sum(case e.side when 'C' then e.fen else -e.fen end), 0)
            from orders.entry e join orders.journal j on j.id = e.journal_id
            where e.account in ('merchant:available:' || ?::text, 'recv:merchant:' || ?::text) and j.posted_at < ?""";

    private static final String CHANGED = """
            j.id, j.kind, j.source_type, j.source_id, j.posted_at,
            sum(case e.side when 'C' then e.fen else -e.fen end) as net,
            coalesce(sum(e.fen) filter (where e.side = 'D' and e.account like 'merchant:%'), 0) as out_fen""";

    /** What each of {@code mine}, journals with what they changed for a merchant, is about. */
    private static final String SAID = """
            select m.*, o.number, o.goods_fen, o.freight_fen, o.discount_fen, o.subsidy_fen,
                (select coalesce(sum(case c.side when 'C' then c.fen else -c.fen end), 0) from orders.entry c
                 where c.journal_id = m.id and c.account = 'revenue:commission') as commission,
                (select coalesce(sum(c.fen), 0) from orders.entry c
                 where c.journal_id = m.id and c.account like 'escrow:order:%' and c.side = 'D') as escrow,
                case when m.kind = 'ORDER_ACCEPTED' then
                    (select coalesce(sum(l.fee_fen), 0) from orders.bank_line l
                     where l.our_id = p.paid_by and l.fee_fen > 0 and l.type = 'CHARGE') else 0 end as fee,
                o.total_fen - o.discount_fen - o.subsidy_fen as cash, p.due_fen
            from mine m
            left join orders.reversal r on m.source_type = 'reversal' and r.id = m.source_id
            left join orders.dispute d on m.source_type = 'dispute' and d.id = m.source_id
            left join orders.customer_order o on o.id = coalesce(r.order_id, d.order_id, m.source_id)
            left join orders.purchase p on p.id = o.purchase_id
            order by m.posted_at, m.id""";

    private static final String OF_PERIOD = "with mine as (select " + CHANGED + """
             from orders.entry e join orders.journal j on j.id = e.journal_id
            where e.account in ('merchant:available:' || ?::text, 'recv:merchant:' || ?::text)
                and j.posted_at >= ? and j.posted_at < ?
            group by j.id)
            """ + SAID;

    private static final String OBJECTED_TO = "with mine as (select a.objection_id, " + CHANGED + """
             from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as a (objection_id, merchant_id, journal_id)
            join orders.journal j on j.id = a.journal_id
            join orders.entry e on e.journal_id = j.id
                and e.account in ('merchant:available:' || a.merchant_id, 'recv:merchant:' || a.merchant_id)
            group by a.objection_id, j.id)
            """ + SAID;

    private final Sql sql;

    StatementRows(Sql sql) {
        this.sql = sql;
    }

    long balanceBefore(UUID merchantId, Instant moment) {
        return sql.number(BALANCE, merchantId, merchantId, moment);
    }

    List<StatementLine> lines(UUID merchantId, Period period) {
        return sql.list(OF_PERIOD, StatementRows::line, merchantId, merchantId, period.begins(), period.ends());
    }

    /** By objection. */
    Map<UUID, StatementLine> objectedTo(Collection<Objection> objections) {
        Map<UUID, StatementLine> lines = new HashMap<>();
        sql.list(
                OBJECTED_TO,
                row -> lines.put(Sql.id(row, "objection_id"), line(row)),
                ids(objections, Objection::id),
                ids(objections, Objection::merchantId),
                ids(objections, Objection::journalId));
        return lines;
    }

    private static UUID[] ids(Collection<Objection> objections, Function<Objection, UUID> of) {
        return objections.stream().map(of).toArray(UUID[]::new);
    }

    private static StatementLine line(ResultSet row) throws SQLException {
        JournalKind kind = JournalKind.valueOf(row.getString("kind"));
        long net = row.getLong("net");
        boolean order = kind == JournalKind.ORDER_ACCEPTED && row.getString("number") != null;
        Amounts amounts = order ? accepted(row) : new Amounts(0, 0);
        if (kind == JournalKind.SALE_REVERSED_LATE) {
            amounts = new Amounts(net + row.getLong("commission"), -row.getLong("commission"));
        }
        return new StatementLine(
                Sql.id(row, "id"),
                kind,
                Sql.at(row, "posted_at"),
                row.getString("number"),
                order ? row.getLong("goods_fen") : 0,
                order ? -row.getLong("discount_fen") : 0,
                order ? row.getLong("freight_fen") : 0,
                amounts.refund(),
                amounts.commission(),
                kind == JournalKind.DISPUTE_OPENED || kind == JournalKind.DISPUTE_WON ? net : 0,
                kind == JournalKind.PAYOUT_SENT ? net : 0,
                kind == JournalKind.PAYOUT_RETURNED || kind == JournalKind.PAYOUT_GIVEN_BACK ? net : 0,
                order || known(kind) ? 0 : net,
                order ? row.getLong("subsidy_fen") : 0,
                kind == JournalKind.DEBT_COLLECTED ? row.getLong("out_fen") : 0,
                order ? feeWaived(row.getLong("fee"), row.getLong("cash"), row.getLong("due_fen")) : 0,
                net);
    }

    private record Amounts(long refund, long commission) {}

    /** What escrow gave less than was agreed had been refunded before. */
    private static Amounts accepted(ResultSet row) throws SQLException {
        long agreed = row.getLong("goods_fen") - row.getLong("discount_fen") + row.getLong("freight_fen");
        return new Amounts(row.getLong("escrow") - agreed, -row.getLong("commission"));
    }

    private static boolean known(JournalKind kind) {
        return switch (kind) {
            case SALE_REVERSED_LATE,
                    DISPUTE_OPENED,
                    DISPUTE_WON,
                    PAYOUT_SENT,
                    PAYOUT_RETURNED,
                    PAYOUT_GIVEN_BACK,
                    DEBT_COLLECTED -> true;
            default -> false;
        };
    }

    /** The order's share of the payment's fee, half up. */
    private static long feeWaived(long fee, long cash, long due) {
        return due == 0 ? 0 : (2 * Math.multiplyExact(fee, cash) + due) / (2 * due);
    }
}
