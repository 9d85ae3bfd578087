package terrace.marketplace.applications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApplicationRepository extends GenericRepository<ApplicationRow, UUID> {

    @Query("select * from marketplace.application where id = :id")
    Optional<ApplicationRow> byId(UUID id);

    @Query("select * from marketplace.application where id = :id for update")
    Optional<ApplicationRow> lock(UUID id);

    @Query("""
            select * from marketplace.application where account_id = :accountId
            order by started_at desc, id desc limit 1""")
    Optional<ApplicationRow> newest(UUID accountId);

    /** One that is open in this moment, held until the transaction ends. */
    @Query("""
            select * from marketplace.application
            where account_id = :accountId and state not in ('OPEN', 'REFUSED') for update""")
    Optional<ApplicationRow> lockOpen(UUID accountId);

    @Query("""
            insert into marketplace.application (id, account_id, typed, english)
            values (:id, :accountId, :typed, :english)
            on conflict (account_id) where state not in ('OPEN', 'REFUSED') do nothing""")
    int start(UUID id, UUID accountId, byte[] typed, boolean english);

    @Query("""
            update marketplace.application set kind = :kind, typed = :typed, english = :english,
                changed_at = marketplace.clock_now()
            where id = :id""")
    int save(UUID id, @Nullable String kind, byte[] typed, boolean english);

    @Query("""
            update marketplace.application set state = :state, county_code = :countyCode,
                licence_index = :licenceIndex, id_number_index = :idNumberIndex, account_index = :accountIndex,
                partner_id = :partnerId, second_look = second_look or :secondLook, first_reviewer = null,
                round = round + 1, waiting_since = marketplace.clock_now(), due_at = :dueAt,
                changed_at = marketplace.clock_now()
            where id = :id""")
    int submit(
            UUID id,
            String state,
            String countyCode,
            byte[] licenceIndex,
            byte[] idNumberIndex,
            byte[] accountIndex,
            @Nullable UUID partnerId,
            boolean secondLook,
            Instant dueAt);

    @Query("""
            update marketplace.application set state = 'ENDORSED', endorsed_by = :endorserId,
                endorsed_index = :endorsedIndex, changed_at = marketplace.clock_now()
            where id = :id""")
    int endorse(UUID id, UUID endorserId, byte[] endorsedIndex);

    @Query("update marketplace.application set first_reviewer = :reviewer where id = :id")
    int firstLook(UUID id, UUID reviewer);

    @Query("""
            update marketplace.application set state = 'REVIEWED', reviewed_by = :reviewer, waiting_since = null,
                due_at = null, changed_at = marketplace.clock_now()
            where id = :id""")
    int review(UUID id, UUID reviewer);

    /** Nobody but the applicant is to act now, or nobody at all. */
    @Query("""
            update marketplace.application set state = :state, waiting_since = null, due_at = null,
                first_reviewer = null, changed_at = marketplace.clock_now()
            where id = :id""")
    int rest(UUID id, String state);

    @Query("""
            update marketplace.application set state = 'OPEN', merchant_id = :merchantId,
                changed_at = marketplace.clock_now()
            where id = :id""")
    int open(UUID id, UUID merchantId);

    @Query("""
            update marketplace.application set proven_at = marketplace.clock_now()
            where merchant_id = :merchantId and proven_at is null returning id""")
    List<UUID> prove(UUID merchantId);

    @Query("select nextval('marketplace.merchant_number')")
    long nextNumber();

    /** Oldest first, those after the given place. */
    @Query("""
            select * from marketplace.application
            where state = :state and waiting_since is not null and (waiting_since, id) > (:since, :after)
            order by waiting_since, id limit :limit""")
    List<ApplicationRow> queue(String state, Instant since, UUID after, int limit);

    @Query("""
            select * from marketplace.application
            where county_code = :countyCode and state = 'SUBMITTED' and waiting_since is not null
              and (waiting_since, id) > (:since, :after)
            order by waiting_since, id limit :limit""")
    List<ApplicationRow> queueOfCounty(String countyCode, Instant since, UUID after, int limit);

    /** Those that are handed in and name the partner, begun before the one given, the newest first. */
    @Query("""
            select * from marketplace.application
            where partner_id = :partnerId and id < :before and round > 0 and state not in ('RETURNED', 'REFUSED')
            order by id desc limit :limit""")
    List<ApplicationRow> ofPartner(UUID partnerId, UUID before, int limit);

    @Query("""
            select exists (select from marketplace.application
                where licence_index = :index and account_id <> :accountId)""")
    boolean licenceKnown(byte[] index, UUID accountId);

    @Query("""
            select exists (select from marketplace.application
                where id_number_index = :index and account_id <> :accountId)""")
    boolean idNumberKnown(byte[] index, UUID accountId);

    @Query("""
            select exists (select from marketplace.application
                where account_index = :index and account_id <> :accountId)""")
    boolean accountKnown(byte[] index, UUID accountId);
}
