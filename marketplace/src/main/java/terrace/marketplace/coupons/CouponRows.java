package terrace.marketplace.coupons;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What members hold: every step is one statement that does nothing when it was taken before. */
@Singleton
class CouponRows {

    private static final String COUPONS = """
            select c.id as coupon_id, c.member_id, c.state, c.purchase_id, c.claimed_at,
                b.ends_at <= (select marketplace.clock_now()) as over, b.*,
            """ + BatchColumns.TARGETS + """
            from marketplace.coupon c join marketplace.coupon_batch b on b.id = c.batch_id
            """;
    private static final String USABLE = """
            c.member_id = ? and c.state = 'HELD' and b.opens_at <= (select marketplace.clock_now())
                and b.ends_at > (select marketplace.clock_now())
            """;
    private static final String FREEZE = """
            update marketplace.coupon c set state = 'FROZEN', purchase_id = ?, off_fen = n.off
            from marketplace.coupon_batch b, unnest(?::uuid[], ?::bigint[]) n (id, off)
            where b.id = c.batch_id and c.id = n.id and
            """ + USABLE;

    private final JdbcOperations jdbc;

    CouponRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** False when a coupon of this id is there already. */
    boolean add(UUID id, UUID batchId, UUID memberId, int ordinal, byte @Nullable [] device) {
        String sql = "insert into marketplace.coupon (id, batch_id, member_id, ordinal, device) values (?, ?, ?, ?, ?)";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            statement.setObject(2, batchId);
            statement.setObject(3, memberId);
            statement.setInt(4, ordinal);
            statement.setBytes(5, device);
            return statement.executeUpdate() == 1;
        });
    }

    /** What used coupons have taken off, in fen. */
    long saved(UUID memberId) {
        String sql = "select coalesce(sum(off_fen), 0)::bigint from marketplace.coupon "
                + "where member_id = ? and state = 'USED'";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    List<Coupon> ofMember(UUID memberId, int limit) {
        String sql = COUPONS + "where c.member_id = ? order by c.claimed_at desc, c.id desc limit ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setInt(2, limit);
            return read(statement);
        });
    }

    /** Those that lapse first in front. */
    List<Coupon> usable(UUID memberId, int limit) {
        String sql = COUPONS + "where " + USABLE + " order by b.ends_at, c.id limit ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setInt(2, limit);
            return read(statement);
        });
    }

    List<Coupon> usable(UUID memberId, Set<UUID> ids) {
        String sql = COUPONS + "where " + USABLE + " and c.id = any(?)";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setArray(2, uuids(statement, ids));
            return read(statement);
        });
    }

    int freeze(UUID memberId, UUID purchaseId, Map<UUID, Long> offs) {
        List<Map.Entry<UUID, Long>> coupons = List.copyOf(offs.entrySet());
        return jdbc.prepareStatement(FREEZE, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            statement.setArray(
                    2, uuids(statement, coupons.stream().map(Map.Entry::getKey).toList()));
            statement.setArray(
                    3,
                    longs(statement, coupons.stream().map(Map.Entry::getValue).toList()));
            statement.setObject(4, memberId);
            return statement.executeUpdate();
        });
    }

    int thaw(Collection<UUID> purchaseIds) {
        String sql = "update marketplace.coupon set state = 'HELD', purchase_id = null, off_fen = null "
                + "where purchase_id = any(?) and state = 'FROZEN'";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setArray(1, uuids(statement, purchaseIds));
            return statement.executeUpdate();
        });
    }

    int use(UUID purchaseId) {
        String sql = "update marketplace.coupon set state = 'USED', used_at = marketplace.clock_now() "
                + "where purchase_id = ? and state = 'FROZEN'";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            return statement.executeUpdate();
        });
    }

    int giveBack(UUID purchaseId, Set<UUID> ids) {
        String sql = "update marketplace.coupon set state = 'HELD', purchase_id = null, used_at = null, off_fen = null "
                + "where purchase_id = ? and id = any(?) and state = 'USED'";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            statement.setArray(2, uuids(statement, ids));
            return statement.executeUpdate();
        });
    }

    private static List<Coupon> read(PreparedStatement statement) throws SQLException {
        List<Coupon> coupons = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                coupons.add(new Coupon(
                        row.getObject("coupon_id", UUID.class),
                        row.getObject("member_id", UUID.class),
                        Coupon.State.valueOf(row.getString("state")),
                        row.getObject("purchase_id", UUID.class),
                        instant(row, "claimed_at"),
                        row.getBoolean("over"),
                        BatchColumns.terms(row)));
            }
        }
        return coupons;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
