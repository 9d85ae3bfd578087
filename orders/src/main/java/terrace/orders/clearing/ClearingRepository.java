package terrace.orders.clearing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Accepted orders to tell banks of. */
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

    @Query("""
            update orders.clearing set state = :state, trouble = :trouble, due_at = null
            where order_id = :orderId and state = 'WAITING'""")
    void close(UUID orderId, Clearing.State state, String trouble);

    @Query("update orders.clearing set trouble = :trouble where order_id = :orderId")
    void troubled(UUID orderId, String trouble);
}
