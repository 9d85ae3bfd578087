package terrace.orders.returns;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.returns.ClaimEvent.Act;
import terrace.orders.returns.ClaimEvent.Actor;

/** Keeps claims and each of their steps. */
@Singleton
class ClaimRows {
    private static final String CLAIM = """
            select c.*, o.number as order_number, l.listing_id, l.title, l.sku_name from orders.claim c
            join orders.customer_order o on o.id = c.order_id
            join orders.order_line l on l.order_id = c.order_id and l.position = c.position
            where\s""";
    private static final String OPEN = """
            insert into orders.claim (id, number, order_id, position, member_id, merchant_id, kind, quantity, spoiled,
                asked_fen, standing_fen, goods_back, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, marketplace.clock_now() + make_interval(secs => ?))
            """;
    /** The deadline is set anew by the clock of the database, which also judges it. */
    private static final String STEP = """
            with moved as (
                update orders.claim set state = ?, events = events + 1, member_agrees = false, merchant_agrees = false,
                    due_at = marketplace.clock_now() + make_interval(secs => ?),
                    closed_at = case when ?::bigint is null then marketplace.clock_now() end
                where id = ? returning id, events)
            insert into orders.claim_event (claim_id, seq, actor, actor_id, act, fen, words)
            select id, events, ?, ?, ?, ?, ? from moved
            """;

    private static final String NOTE = """
            with moved as (update orders.claim set events = events + 1 where id = ? returning id, events)
            insert into orders.claim_event (claim_id, seq, actor, actor_id, act, fen, words)
            select id, events, ?, ?, ?, ?, ? from moved
            """;

    private final JdbcOperations jdbc;

    ClaimRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Who does what, with what sum and words. */
    record Entry(
            Actor actor,
            @Nullable UUID actorId,
            Act act,
            @Nullable Long fen,
            String words) {}

    void open(Claim claim, Entry entry, Duration within) {
        jdbc.prepareStatement(OPEN, statement -> {
            statement.setObject(1, claim.id());
            statement.setString(2, claim.number());
            statement.setObject(3, claim.orderId());
            statement.setInt(4, claim.position());
            statement.setObject(5, claim.memberId());
            statement.setObject(6, claim.merchantId());
            statement.setString(7, claim.kind().name());
            statement.setInt(8, claim.quantity());
            statement.setString(
                    9, claim.spoiled() == null ? null : claim.spoiled().name());
            statement.setLong(10, claim.askedFen());
            statement.setLong(11, claim.standingFen());
            statement.setBoolean(12, claim.goodsBack());
            statement.setLong(13, within.toSeconds());
            return statement.executeUpdate();
        });
        note(claim.id(), entry);
    }

    /** To another state, with its deadline; the database refuses what is no step. */
    void step(UUID id, ClaimState state, Entry entry) {
        Long seconds = state.within().map(Duration::toSeconds).orElse(null);
        jdbc.prepareStatement(STEP, statement -> {
            statement.setString(1, state.name());
            statement.setObject(2, seconds, java.sql.Types.BIGINT);
            statement.setObject(3, seconds, java.sql.Types.BIGINT);
            statement.setObject(4, id);
            entry(statement, 5, entry);
            return statement.executeUpdate();
        });
    }

    /** An event that leaves the claim where it is. */
    void note(UUID id, Entry entry) {
        jdbc.prepareStatement(NOTE, statement -> {
            statement.setObject(1, id);
            entry(statement, 2, entry);
            return statement.executeUpdate();
        });
    }

    private static void entry(PreparedStatement statement, int first, Entry entry) throws SQLException {
        statement.setString(first, entry.actor().name());
        statement.setObject(first + 1, entry.actorId());
        statement.setString(first + 2, entry.act().name());
        statement.setObject(first + 3, entry.fen(), java.sql.Types.BIGINT);
        statement.setString(first + 4, entry.words());
    }

    void put(UUID id, long fen, boolean goodsBack) {
        set("standing_fen = ?, goods_back = ?", id, fen, goodsBack);
    }

    void mediatedBy(UUID id, UUID operator) {
        set("mediator_id = ?", id, operator);
    }

    void judgedBy(UUID id, UUID operator) {
        set("arbiter_id = ?", id, operator);
    }

    void agree(UUID id, boolean member) {
        set(member ? "member_agrees = ?" : "merchant_agrees = ?", id, true);
    }

    void sentBack(UUID id, String courier, String tracking) {
        set("courier = ?, tracking_number = ?", id, courier, tracking);
    }

    void refunded(UUID id, UUID reversal) {
        set("reversal_id = ?", id, reversal);
    }

    private void set(String columns, UUID id, Object... values) {
        jdbc.prepareStatement("update orders.claim set " + columns + " where id = ?", statement -> {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.setObject(values.length + 1, id);
            return statement.executeUpdate();
        });
    }

    @Connectable
    Optional<Claim> byNumber(String number) {
        return claims("c.number = ?", number).stream().findFirst();
    }

    /** Held fast until the transaction ends; its order is held by the caller before. */
    Claim lock(UUID id) {
        return claims("c.id = ? for update of c", id).getFirst();
    }

    Optional<Claim> openOf(UUID orderId, int position) {
        return claims("c.order_id = ? and c.position = ? and c.closed_at is null", orderId, position).stream()
                .findFirst();
    }

    List<Claim> ofOrder(UUID orderId) {
        return claims("c.order_id = ? order by c.id", orderId);
    }

    /** A party's claims, the newest first; keyset by number. */
    List<Claim> of(String party, UUID who, @Nullable UUID before, int limit) {
        return before == null
                ? claims("c." + party + " = ? order by c.id desc limit ?", who, limit)
                : claims("c." + party + " = ? and c.id < ? order by c.id desc limit ?", who, before, limit);
    }

    /** What waits for the merchant or for others, the most urgent first. */
    List<Claim> openOfMerchant(UUID merchantId, int limit) {
        return claims("c.merchant_id = ? and c.closed_at is null order by c.due_at, c.id limit ?", merchantId, limit);
    }

    /** What operators have to do or watch, the oldest first. */
    List<Claim> inCourt(int limit) {
        return claims(
                "c.state in ('IN_MEDIATION', 'PROPOSED', 'IN_ARBITRATION') order by c.opened_at, c.id limit ?", limit);
    }

    int waitingForMerchant(UUID merchantId, int most) {
        return jdbc.prepareStatement("""
                select count(*) from (select from orders.claim where merchant_id = ? and closed_at is null
                    and state in ('WITH_MERCHANT', 'ON_WAY_BACK') limit ?) c
                """, statement -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** Those about which silence decides, the longest overdue first; the clock is read once. */
    @Connectable
    List<Claim> due(int limit) {
        return claims(
                "c.closed_at is null and c.due_at <= (select marketplace.clock_now()) order by c.due_at limit ?",
                limit);
    }

    boolean isDue(UUID id) {
        return jdbc.prepareStatement(
                "select from orders.claim where id = ? and closed_at is null and due_at <= marketplace.clock_now()",
                statement -> {
                    statement.setObject(1, id);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next();
                    }
                });
    }

    List<ClaimEvent> events(UUID id) {
        return jdbc.prepareStatement("select * from orders.claim_event where claim_id = ? order by seq", statement -> {
            statement.setObject(1, id);
            List<ClaimEvent> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new ClaimEvent(
                            row.getInt("seq"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            Actor.valueOf(row.getString("actor")),
                            row.getObject("actor_id", UUID.class),
                            Act.valueOf(row.getString("act")),
                            row.getObject("fen", Long.class),
                            row.getString("words")));
                }
            }
            return events;
        });
    }

    private List<Claim> claims(String where, Object... parameters) {
        return jdbc.prepareStatement(CLAIM + where, (PreparedStatement statement) -> {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<Claim> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(ClaimReading.claim(row));
                }
            }
            return found;
        });
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
