package terrace.orders.refunds;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refunds. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RefundRepository extends GenericRepository<Refund, UUID> {

    /**
     * The order is named only where all that went back before has named one: the bank took the rest from whom it liked,
     * and might have too little left of this order.
     */
    @Query("""
            insert into orders.refund (id, payment_id, order_id, fen, bank_intent, channel, reason, state, due_at,
                created_at)
            values (:id, :paymentId,
                (select cast(:orderId as uuid) where not exists (
                    select from orders.refund earlier where earlier.payment_id = :paymentId
                        and earlier.order_id is null and earlier.state <> 'FAILED')),
                :fen, :intent, (select channel from orders.payment where id = :paymentId),
                :reason, 'INSTRUCTED', clock_timestamp(), :at)""")
    void insert(UUID id, UUID paymentId, @Nullable UUID orderId, long fen, String intent, String reason, Instant at);

    @Query("select * from orders.refund where id = :id")
    Optional<Refund> byId(UUID id);

    @Query("select * from orders.refund where id = :id for update")
    Optional<Refund> lock(UUID id);

    @Query("select * from orders.refund where id in (:ids)")
    List<Refund> byIds(Collection<UUID> ids);

    @Query("select * from orders.refund where payment_id = :paymentId order by created_at")
    List<Refund> ofPayment(UUID paymentId);

    @Query("select * from orders.refund where state = 'FAILED' or trouble is not null order by created_at limit :limit")
    List<Refund> troubled(int limit);

    @Query("""
            select * from orders.refund where state = 'DONE' and in_file is null and done_at < :before
            order by done_at limit :limit""")
    List<Refund> missingInFile(Instant before, int limit);

    @Query("select coalesce(sum(fen), 0) from orders.refund where state = 'DONE' and in_file is null")
    long doneNotInFileFen();

    @Query("""
            update orders.refund set state = :state, bank_ref = :bankRef, trouble = :trouble, done_at = :doneAt,
                due_at = case when :state in ('DONE', 'FAILED') then null else due_at end
            where id = :id""")
    void progress(
            UUID id, Refund.State state, @Nullable String bankRef, @Nullable String trouble, @Nullable Instant doneAt);

    @Query("update orders.refund set in_file = :day where id = :id")
    void inFile(UUID id, LocalDate day);
}
