package terrace.orders.payment;

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

/** Payments; the queue of those to ask about runs on real time, not the market's. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PaymentRepository extends GenericRepository<Payment, UUID> {

    /** Opens a payment unless one is open already for the same payable: then 0. */
    @Query("""
            insert into orders.payment (id, payable_kind, payable_id, payer_id, fen, state, channel, return_to,
                expires_at, opened_at, next_check_at)
            values (:id, :kind, :payableId, :payerId, :fen, 'OPEN', :channel, :returnTo, :expiresAt, :openedAt,
                clock_timestamp() + :firstCheckSeconds * interval '1 second')
            on conflict (payable_kind, payable_id) where state = 'OPEN' do nothing""")
    int open(
            UUID id,
            String kind,
            UUID payableId,
            UUID payerId,
            long fen,
            String channel,
            String returnTo,
            Instant expiresAt,
            Instant openedAt,
            int firstCheckSeconds);

    @Query("select * from orders.payment where id = :id")
    Optional<Payment> byId(UUID id);

    @Query("select * from orders.payment where id = :id for update")
    Optional<Payment> lock(UUID id);

    /** Taken first, then open, then the newest. */
    @Query("""
            select * from orders.payment where payable_kind = :kind and payable_id = :payableId
            order by (state = 'TAKEN') desc, (state = 'OPEN') desc, opened_at desc limit 1""")
    Optional<Payment> mostTelling(String kind, UUID payableId);

    @Query("""
            select payable_id from orders.payment
            where payable_kind = :kind and payable_id in (:payableIds) and state = 'OPEN'""")
    List<UUID> inFlight(String kind, Collection<UUID> payableIds);

    @Query("""
            update orders.payment set bank_session = :session, bank_intent = :intent, bank_page = :page
            where id = :id""")
    void atBank(UUID id, String session, String intent, String page);

    @Query("update orders.payment set attempt = attempt + 1 where id = :id")
    void nextAttempt(UUID id);

    @Query("""
            update orders.payment set state = :state, reason = :reason, received_fen = :fen, settled_at = :at,
                bank_session = :session, bank_intent = :intent, next_check_at = null where id = :id""")
    void settle(UUID id, Payment.State state, String reason, long fen, Instant at, String session, String intent);

    @Query("update orders.payment set state = 'FAILED', reason = :reason, next_check_at = null where id = :id")
    void fail(UUID id, String reason);

    /** Open payments due to be asked about; each time the pause until the next grows, up to ten minutes. */
    @Query("""
            update orders.payment set checks = checks + 1,
                next_check_at = clock_timestamp() + least(600, 15 * power(2, least(checks, 6))) * interval '1 second'
            where id in (select id from orders.payment where next_check_at <= clock_timestamp()
                         order by next_check_at limit :limit for update skip locked)
            returning id""")
    List<UUID> claimDue(int limit);

    @Query("update orders.payment set in_file = :day where id in (:ids)")
    void inFile(Collection<UUID> ids, LocalDate day);

    @Query("select * from orders.payment where id in (:ids)")
    List<Payment> byIds(Collection<UUID> ids);

    @Query("""
            select * from orders.payment where state in ('TAKEN', 'UNWANTED') and in_file is null
                and settled_at < :before order by settled_at limit :limit""")
    List<Payment> missingInFile(Instant before, int limit);
}
