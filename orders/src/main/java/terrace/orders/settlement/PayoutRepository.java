package terrace.orders.settlement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payouts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PayoutRepository extends GenericRepository<Payout, UUID> {

    /** Due a little later for the job: whoever instructs it calls the bank at once. */
    @Query("""
            insert into orders.payout (id, merchant_id, fen, destination, operator_id, state, tries, due_at, created_at,
                run_id)
            values (:id, :merchantId, :fen, :destination, :operatorId, 'INSTRUCTED', 1,
                clock_timestamp() + interval '60 seconds', :at, :runId)""")
    void insert(UUID id, UUID merchantId, long fen, String destination, UUID operatorId, Instant at, UUID runId);

    @Query("select * from orders.payout where run_id = :runId and merchant_id = :merchantId")
    Optional<Payout> ofRun(UUID runId, UUID merchantId);

    @Query("select * from orders.payout where run_id = :runId order by fen desc")
    List<Payout> ofRun(UUID runId);

    @Query("select * from orders.payout where id = :id")
    Optional<Payout> byId(UUID id);

    @Query("select * from orders.payout where id = :id for update")
    Optional<Payout> lock(UUID id);

    @Query("select * from orders.payout order by created_at desc limit :limit")
    List<Payout> newest(int limit);

    @Query("select * from orders.payout where merchant_id = :merchantId order by created_at desc limit :limit")
    List<Payout> ofMerchant(UUID merchantId, int limit);

    @Query("""
            select * from orders.payout where state = 'SENT' and in_file is null and sent_at < :before
            order by sent_at limit :limit""")
    List<Payout> missingInFile(Instant before, int limit);

    @Query("select coalesce(sum(fen), 0) from orders.payout where state = 'SENT' and in_file is null")
    long sentNotInFileFen();

    @Query("""
            update orders.payout set state = 'SENT', bank_ref = :bankRef, sent_at = :at, trouble = null, due_at = null
            where id = :id""")
    void sent(UUID id, String bankRef, Instant at);

    @Query("""
            update orders.payout set state = 'RETURNED', trouble = :trouble, due_at = null, returned_at = :at
            where id = :id""")
    void returned(UUID id, String trouble, Instant at);

    @Query("update orders.payout set in_file = :day where id = :id")
    void inFile(UUID id, LocalDate day);
}
