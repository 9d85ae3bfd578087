package terrace.orders.approvals;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.approvals.Approval.State;

/** Keeps what was asked and said; a word given stands. */
@Singleton
class ApprovalRows {
    private final JdbcOperations jdbc;

    ApprovalRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Approval> of(UUID purchaseId, boolean locked) {
        return read("where purchase_id = ?" + (locked ? " for update" : ""), purchaseId).stream()
                .findFirst();
    }

    /** Of an organisation, those that wait first, then the newest. */
    List<Approval> ofPurchaser(UUID purchaserId, int limit) {
        return read(
                "where purchaser_id = ? order by (state = 'ASKED') desc, asked_at desc limit ?", purchaserId, limit);
    }

    /** What a buyer has spent alone since then. */
    long aloneFen(UUID buyerId, Instant since) {
        return jdbc.prepareStatement("""
                select coalesce(sum(a.fen), 0) from orders.purchase_approval a
                join orders.purchase p on p.id = a.purchase_id
                where a.buyer_id = ? and a.state = 'WITHIN_LIMIT' and a.asked_at >= ?
                    and p.state in ('AWAITING_PAYMENT', 'PAID')
                """, (PreparedStatement statement) -> {
            statement.setObject(1, buyerId);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    void add(UUID purchaseId, UUID purchaserId, UUID buyerId, long fen, long limitFen, State state) {
        jdbc.prepareStatement("""
                insert into orders.purchase_approval (purchase_id, purchaser_id, buyer_id, fen, limit_fen, state)
                values (?, ?, ?, ?, ?, ?)
                """, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            statement.setObject(2, purchaserId);
            statement.setObject(3, buyerId);
            statement.setLong(4, fen);
            statement.setLong(5, limitFen);
            statement.setString(6, state.name());
            return statement.executeUpdate();
        });
    }

    void decide(UUID purchaseId, State state, UUID by, String reason) {
        jdbc.prepareStatement("""
                update orders.purchase_approval
                set state = ?, decided_by = ?, decided_at = marketplace.clock_now(), reason = ?
                where purchase_id = ?
                """, (PreparedStatement statement) -> {
            statement.setString(1, state.name());
            statement.setObject(2, by);
            statement.setString(3, reason);
            statement.setObject(4, purchaseId);
            return statement.executeUpdate();
        });
    }

    private List<Approval> read(String where, Object... parameters) {
        String sql = "select * from orders.purchase_approval " + where;
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<Approval> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(approval(row));
                }
            }
            return found;
        });
    }

    private static Approval approval(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Approval(
                row.getObject("purchase_id", UUID.class),
                row.getObject("purchaser_id", UUID.class),
                row.getObject("buyer_id", UUID.class),
                row.getLong("fen"),
                row.getLong("limit_fen"),
                State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"));
    }
}
