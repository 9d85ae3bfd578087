package terrace.marketplace.assistance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AssistanceRepository extends GenericRepository<AssistanceRow, UUID> {

    @Query("select * from marketplace.assistance where id = :id and clerk_id = :clerkId")
    Optional<AssistanceRow> ofClerk(UUID clerkId, UUID id);

    @Query("select * from marketplace.assistance where id = :id for update")
    Optional<AssistanceRow> lock(UUID id);

    @Query("""
            select * from marketplace.assistance
            where clerk_id = :clerkId and state in ('ASKED', 'ACTIVE') order by asked_at desc, id limit :limit""")
    List<AssistanceRow> ofClerk(UUID clerkId, int limit);

    @Query("""
            select * from marketplace.assistance
            where clerk_id = :clerkId and state in ('ASKED', 'ACTIVE') order by id for update""")
    List<AssistanceRow> lockOpen(UUID clerkId);

    @Query("""
            select * from marketplace.assistance
            where clerk_id = :clerkId and contact_index = :index and state in ('ASKED', 'ACTIVE')""")
    Optional<AssistanceRow> open(UUID clerkId, byte[] index);

    @Query("""
            select * from marketplace.assistance where household_id = :householdId and state = 'ACTIVE'""")
    Optional<AssistanceRow> active(UUID householdId);

    @Query("""
            select * from marketplace.assistance where household_id = :householdId
            order by began_at desc limit :limit""")
    List<AssistanceRow> ofHousehold(UUID householdId, int limit);

    @Query("""
            select * from marketplace.assistance where contact_index = :index and state = 'ASKED'
            order by asked_at desc limit :limit""")
    List<AssistanceRow> asking(byte[] index, int limit);

    /** Once more for the same contact keeps the row. */
    @Query("""
            insert into marketplace.assistance (id, clerk_id, contact, contact_index, name)
            values (:id, :clerkId, :contact, :index, :name)
            on conflict (clerk_id, contact_index) where state in ('ASKED', 'ACTIVE') do nothing""")
    int ask(UUID id, UUID clerkId, byte[] contact, byte[] index, byte[] name);

    @Query("""
            update marketplace.assistance set code_hash = :hash, code_tries = 0,
                code_expires_at = marketplace.clock_now() + make_interval(mins => :minutes)
            where id = :id and state in ('ASKED', 'ACTIVE')""")
    int code(UUID id, byte[] hash, int minutes);

    /** Counts a try, before its code is looked at; zero when there is nothing to try any more. */
    @Query("""
            update marketplace.assistance set code_tries = code_tries + 1
            where id = :id and length(code_hash) > 0 and code_tries < :max
              and code_expires_at > marketplace.clock_now()""")
    int tryCode(UUID id, int max);

    @Query("update marketplace.assistance set code_hash = '' where id = :id")
    int spend(UUID id);

    /** Held until the transaction ends: of two clerks one comes first. */
    @Query("select id from marketplace.account where id = :householdId for update")
    UUID lockHousehold(UUID householdId);

    @Query("""
            update marketplace.assistance set state = 'ACTIVE', household_id = :householdId, consent = :consent,
                code_hash = '', began_at = marketplace.clock_now(),
                told_until = (select coalesce(max(id), 0) from marketplace.audit)
            where id = :id and state = 'ASKED'""")
    int begin(UUID id, UUID householdId, String consent);

    @Query("""
            update marketplace.assistance set state = case state when 'ACTIVE' then 'ENDED' else 'WITHDRAWN' end,
                acting_session = null, code_hash = '', ended_at = marketplace.clock_now(), ended_by = :actor
            where id = :id and state in ('ASKED', 'ACTIVE')""")
    int end(UUID id, String actor);

    @Query("update marketplace.assistance set acting_session = null where acting_session = :sessionId")
    int rest(UUID sessionId);

    @Query("""
            update marketplace.assistance set acting_session = :sessionId
            where id = :id and clerk_id = :clerkId and state = 'ACTIVE'""")
    int act(UUID clerkId, UUID id, UUID sessionId);

    @Query("""
            select * from marketplace.assistance
            where acting_session = :sessionId and clerk_id = :clerkId and state = 'ACTIVE'""")
    Optional<AssistanceRow> acting(UUID clerkId, UUID sessionId);

    /** Those whose household may have to be told of something. */
    @Query("""
            select * from marketplace.assistance
            where household_id is not null
              and (state = 'ACTIVE' or ended_at > marketplace.clock_now() - make_interval(days => :days))
              and id > :after order by id limit :limit""")
    List<AssistanceRow> toTell(UUID after, int days, int limit);

    @Query("update marketplace.assistance set told_until = :entry where id = :id")
    int told(UUID id, long entry);
}
