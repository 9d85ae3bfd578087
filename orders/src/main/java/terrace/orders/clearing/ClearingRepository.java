package terrace.orders.clearing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accepted orders to tell banks of; the queue runs on real time, not the market's. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ClearingRepository extends GenericRepository<Clearing, UUID> {

    /** Nothing for an order paid by a channel that does not split, or noted before. */
    @Query("""
            insert into orders.clearing (order_id, payment_id, channel, accepted_on, state, due_at)
            select o.id, pay.id, pay.channel, :day, 'WAITING', clock_timestamp()
            from orders.customer_order o
                join orders.payment pay on pay.payable_id = o.purchase_id and pay.payable_kind = 'purchase'
            where o.id = :orderId and pay.state = 'TAKEN' and pay.channel in (:channels)
            on conflict (order_id) do nothing""")
    int note(UUID orderId, LocalDate day, Collection<String> channels);

    @Query("select * from orders.clearing where order_id = :orderId")
    Optional<Clearing> byId(UUID orderId);

    /** Takes those due under a lease that grows with each try. */
    @Query("""
            update orders.clearing set tries = tries + 1,
                due_at = clock_timestamp() + least(3600, 20 * power(2, least(tries, 8))) * interval '1 second'
            where order_id in (select order_id from orders.clearing where due_at <= clock_timestamp()
                               order by due_at limit :limit for update skip locked)
            returning order_id""")
    List<UUID> claim(int limit);

    @Query("""
            update orders.clearing set state = :state, trouble = :trouble, due_at = null
            where order_id = :orderId and state = 'WAITING'""")
    void close(UUID orderId, Clearing.State state, String trouble);

    @Query("update orders.clearing set trouble = :trouble where order_id = :orderId")
    void troubled(UUID orderId, String trouble);
}
