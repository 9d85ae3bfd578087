package terrace.orders.agreements;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Agreements and what counts against them. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgreementRepository extends GenericRepository<Agreement, UUID> {

    /** Nothing where the member has one already. */
    @Query("""
            insert into orders.agreement
                (id, member_id, channel, per_payment_fen, per_day_fen, state, offered_at)
            values (:id, :memberId, :channel, :perPaymentFen, :perDayFen, 'OFFERED', :at)
            on conflict (member_id) where state in ('OFFERED', 'ACTIVE') do nothing""")
    int offer(UUID id, UUID memberId, String channel, long perPaymentFen, long perDayFen, Instant at);

    @Query("select * from orders.agreement where member_id = :memberId and state in ('OFFERED', 'ACTIVE')")
    Optional<Agreement> ofMember(UUID memberId);

    @Query("""
            select * from orders.agreement where member_id = :memberId and state in ('OFFERED', 'ACTIVE')
            for update""")
    Optional<Agreement> lock(UUID memberId);

    @Query("""
            update orders.agreement set state = 'ACTIVE', signed_at = :at where id = :id and state = 'OFFERED'""")
    int signed(UUID id, Instant at);

    @Query("""
            update orders.agreement set state = 'ENDING', ended_at = :at, due_at = clock_timestamp()
            where member_id = :memberId and state in ('OFFERED', 'ACTIVE') returning id""")
    List<UUID> ending(UUID memberId, Instant at);

    @Query("""
            update orders.agreement set state = 'ENDED', due_at = null, ended_at = coalesce(ended_at, :at)
            where id = :id and state <> 'ENDED'""")
    int ended(UUID id, Instant at);

    @Query("""
            select coalesce(sum(fen), 0)::bigint from orders.agreement_use
            where agreement_id = :agreementId and day = :day and not released""")
    long usedFen(UUID agreementId, LocalDate day);

    @Query("select exists (select 1 from orders.agreement_use where use_id = :useId and not released)")
    boolean reserved(UUID useId);

    @Query("""
            insert into orders.agreement_use (use_id, agreement_id, fen, day) values (:useId, :agreementId, :fen, :day)
            on conflict (use_id) do update
                set released = false, agreement_id = excluded.agreement_id, day = excluded.day""")
    void reserve(UUID useId, UUID agreementId, long fen, LocalDate day);

    @Query("update orders.agreement_use set released = true where use_id = :useId")
    void release(UUID useId);
}
