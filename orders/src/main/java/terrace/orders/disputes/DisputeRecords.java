package terrace.orders.disputes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Disputes. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DisputeRecords extends GenericRepository<Dispute, UUID> {

    /** 0 when the case was written down before. */
    @Query("""
            insert into orders.dispute (id, bank_case, order_id, payment_id, merchant_id, fen, commission_fen, reason,
                opened_by, opened_at)
            values (:id, :bankCase, :orderId, :paymentId, :merchantId, :fen, :commissionFen, :reason, :by, :at)
            on conflict (bank_case) do nothing""")
    int insert(
            UUID id,
            String bankCase,
            UUID orderId,
            UUID paymentId,
            UUID merchantId,
            long fen,
            long commissionFen,
            String reason,
            UUID by,
            Instant at);

    @Query("select * from orders.dispute where id = :id")
    Optional<Dispute> byId(UUID id);

    @Query("select * from orders.dispute where id = :id for update")
    Optional<Dispute> lock(UUID id);

    @Query("select * from orders.dispute where bank_case = :bankCase")
    Optional<Dispute> byCase(String bankCase);

    @Query("select * from orders.dispute order by opened_at desc limit :limit")
    List<Dispute> newest(int limit);

    @Query("""
            select * from orders.dispute where payment_id = :paymentId and fen = :fen and taken_in_file is null
            order by opened_at limit 1 for update""")
    Optional<Dispute> awaitingTaking(UUID paymentId, long fen);

    @Query("""
            select * from orders.dispute where payment_id = :paymentId and fen = :fen and taken_in_file is not null
                and returned_in_file is null and state <> 'LOST' order by opened_at limit 1 for update""")
    Optional<Dispute> awaitingReturn(UUID paymentId, long fen);

    @Query("update orders.dispute set state = :state, decided_at = :at where id = :id")
    void decide(UUID id, Dispute.State state, Instant at);

    @Query("update orders.dispute set taken_in_file = :day where id = :id")
    void taken(UUID id, LocalDate day);

    @Query("update orders.dispute set returned_in_file = :day where id = :id")
    void returned(UUID id, LocalDate day);
}
