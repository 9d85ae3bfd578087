package terrace.orders.bought;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Singleton
class BoughtRows {

    private static final String BOUGHT = """
            select l.listing_id, sum(l.quantity) as pieces
            from unnest(?::uuid[], ?::bigint[]) w (listing_id, days)
            join orders.customer_order o on o.member_id = ? and o.state <> 'CANCELLED'
                and o.placed_at > marketplace.clock_now() - w.days * interval '1 day'
            join orders.order_line l on l.order_id = o.id and l.listing_id = w.listing_id
            group by l.listing_id
            """;

    private static final String BORNE = """
            select coalesce(sum(s.fen - coalesce(b.fen, 0)), 0)::bigint
            from orders.customer_order o
            join orders.line_share s on s.order_id = o.id and s.campaign_id is not null
            left join lateral (
                select sum(p.fen) as fen from orders.reversal r join orders.reversal_part p on p.reversal_id = r.id
                where r.order_id = o.id and p.position = s.position and p.bearer = s.bearer
                    and p.bearer_id is not distinct from s.bearer_id and p.coupon_id is null) b on true
            where o.member_id = ? and o.paid_at is not null
            """;

    private final JdbcOperations jdbc;

    BoughtRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever buys limited goods waits for an earlier purchase of the same person to be placed or not. */
    boolean lock(UUID memberId) {
        String sql = "select pg_advisory_xact_lock(hashtextextended('zone:' || ?, 0))";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setString(1, memberId.toString());
            return statement.execute();
        });
    }

    long borneByCampaigns(UUID memberId) {
        return jdbc.prepareStatement(BORNE, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** @param days by listing, how far back */
    Map<UUID, Long> pieces(UUID memberId, Map<UUID, Integer> days) {
        List<Map.Entry<UUID, Integer>> wanted = List.copyOf(days.entrySet());
        return jdbc.prepareStatement(BOUGHT, (PreparedStatement statement) -> {
            statement.setArray(
                    1, uuids(statement, wanted.stream().map(Map.Entry::getKey).toList()));
            statement.setArray(
                    2,
                    longs(
                            statement,
                            wanted.stream()
                                    .map(each -> each.getValue().longValue())
                                    .toList()));
            statement.setObject(3, memberId);
            Map<UUID, Long> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
            return found;
        });
    }
}
