package terrace.marketplace.events;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queue of deliveries. Queue times are real times, not the market's. */
@JdbcRepository(dialect = Dialect.POSTGRES)
@Transactional
abstract class DeliveryRepository implements GenericRepository<Delivery, UUID> {
    private static final String FAN_OUT = """
            with waiting as (
                delete from marketplace.event_waiting where event_id in (
                    select event_id from marketplace.event_waiting limit ? for update skip locked)
                returning event_id, published_at),
            owed as (
                insert into marketplace.event_delivery (event_id, published_at, subscriber)
                select w.event_id, w.published_at, s.subscriber
                from waiting w
                join marketplace.event e on e.id = w.event_id and e.published_at = w.published_at
                join unnest(?::text[], ?::text[]) as s (name, subscriber) on s.name = e.name
                on conflict do nothing)
            select count(*), set_config('synchronous_commit', 'off', true) from waiting
            """;
    private static final String CLAIM = """
            with due as (
                select event_id, subscriber from marketplace.event_delivery
                where parked_at is null and due_at <= clock_timestamp()
                order by due_at limit ? for update skip locked),
            claimed as (
                update marketplace.event_delivery d
                set due_at = clock_timestamp() + ? * interval '1 second', attempts = attempts + 1
                from due where d.event_id = due.event_id and d.subscriber = due.subscriber
                returning d.event_id, d.published_at, d.subscriber, d.attempts, d.last_error)
            select c.event_id, e.name, e.payload, c.subscriber, c.attempts, c.published_at, c.last_error,
                set_config('synchronous_commit', 'off', true)
            from claimed c join marketplace.event e on e.id = c.event_id and e.published_at = c.published_at
            order by c.published_at
            """;

    private static final String DELIVERED = """
            delete from marketplace.event_delivery where event_id = any (?) and subscriber = ?
            """;

    private final JdbcOperations jdbc;

    DeliveryRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Turns waiting events into one delivery for each subscriber of theirs; answers how many events it handed out. */
    int fanOut(int limit, List<String> eventNames, List<String> subscribers) {
        return jdbc.prepareStatement(FAN_OUT, statement -> {
            statement.setInt(1, limit);
            statement.setArray(2, statement.getConnection().createArrayOf("text", eventNames.toArray()));
            statement.setArray(3, statement.getConnection().createArrayOf("text", subscribers.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    /** Takes due deliveries under a lease: should this node die, they fall due again by themselves. */
    List<Delivery> claim(int limit, int leaseSeconds) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setInt(1, limit);
            statement.setInt(2, leaseSeconds);
            return deliveries(statement.executeQuery());
        });
    }

    List<Delivery> parked(int limit) {
        return jdbc.prepareStatement("""
                select d.event_id, e.name, e.payload, d.subscriber, d.attempts, d.published_at, d.last_error
                from marketplace.event_delivery d
                join marketplace.event e on e.id = d.event_id and e.published_at = d.published_at
                where d.parked_at is not null order by d.parked_at limit ?""", statement -> {
            statement.setInt(1, limit);
            return deliveries(statement.executeQuery());
        });
    }

    /** Of a whole group, in one statement. */
    void delivered(List<UUID> eventIds, String subscriber) {
        jdbc.prepareStatement(DELIVERED, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", eventIds.toArray()));
            statement.setString(2, subscriber);
            return statement.executeUpdate();
        });
    }

    @Query("""
            update marketplace.event_delivery
            set due_at = clock_timestamp() + :seconds * interval '1 second', last_error = :error,
                parked_at = case when :parked then clock_timestamp() end
            where event_id = :eventId and subscriber = :subscriber""")
    abstract void failed(UUID eventId, String subscriber, long seconds, boolean parked, String error);

    @Query("""
            update marketplace.event_delivery set parked_at = null, attempts = 0, due_at = clock_timestamp()
            where event_id = :eventId and subscriber = :subscriber and parked_at is not null""")
    abstract long unpark(UUID eventId, String subscriber);

    @Query("""
            select (select count(*) from marketplace.event_waiting)
                 + (select count(*) from marketplace.event_delivery where parked_at is null)""")
    abstract long owed();

    @Query("select count(*) from marketplace.event_delivery where parked_at is not null")
    abstract long parked();

    private static List<Delivery> deliveries(ResultSet rows) throws java.sql.SQLException {
        List<Delivery> deliveries = new ArrayList<>();
        while (rows.next()) {
            deliveries.add(new Delivery(
                    rows.getObject(1, UUID.class),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getInt(5),
                    rows.getTimestamp(6).toInstant(),
                    rows.getString(7)));
        }
        return deliveries;
    }
}
