package terrace.marketplace.filedpapers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The market's day is that of the database's clock in Shanghai. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FiledPaperRepository extends GenericRepository<FiledPaperRow, UUID> {

    @Query("""
            select * from marketplace.filed_paper where merchant_id = :merchantId and state <> 'REPLACED'
            order by kind, filed_at desc, paper_id""")
    List<FiledPaperRow> ofMerchant(UUID merchantId);

    @Query("select * from marketplace.filed_paper where merchant_id = :merchantId and paper_id = :paperId")
    Optional<FiledPaperRow> ofMerchant(UUID merchantId, UUID paperId);

    @Query("select * from marketplace.filed_paper where paper_id = :paperId")
    Optional<FiledPaperRow> byId(UUID paperId);

    @Query("select * from marketplace.filed_paper where paper_id = :paperId for update")
    Optional<FiledPaperRow> lock(UUID paperId);

    @Query("""
            insert into marketplace.filed_paper (paper_id, merchant_id, owner_id, kind, expires_on, state)
            select p.id, :merchantId, p.owner_id, p.kind, p.expires_on, 'GOOD'
            from marketplace.paper p where p.owner_id = :ownerId
            on conflict (paper_id) do nothing""")
    int file(UUID merchantId, UUID ownerId);

    @Query("""
            insert into marketplace.filed_paper (paper_id, merchant_id, owner_id, kind, expires_on, state, replaces)
            values (:paperId, :merchantId, :ownerId, :kind, :expiresOn, 'WAITING', :replaces)""")
    int renew(UUID paperId, UUID merchantId, UUID ownerId, String kind, @Nullable LocalDate expiresOn, UUID replaces);

    /** What was handed in before and nobody has looked at yet. */
    @Query("""
            update marketplace.filed_paper set state = 'REPLACED'
            where replaces = :replaces and state = 'WAITING'""")
    int withdraw(UUID replaces);

    @Query("update marketplace.filed_paper set state = 'REPLACED' where paper_id = :paperId")
    int replaced(UUID paperId);

    @Query("""
            update marketplace.filed_paper set state = :state, note = :note, decided_by = :by,
                decided_at = marketplace.clock_now()
            where paper_id = :paperId and state = 'WAITING'""")
    int decide(UUID paperId, String state, String note, UUID by);

    /** Oldest first, as ids grow with time; those after the given one. */
    @Query("""
            select * from marketplace.filed_paper where state = 'WAITING' and paper_id > :after
            order by paper_id limit :limit""")
    List<FiledPaperRow> waiting(UUID after, int limit);

    /** Of those whose turn it is only the nearest number of days, each once. */
    @Query("""
            insert into marketplace.paper_reminder (paper_id, days)
            select f.paper_id, f.days from (
                select paper_id, case when left_days <= 0 then 0 when left_days <= 7 then 7 else 30 end as days
                from (select paper_id,
                          expires_on - (marketplace.clock_now() at time zone 'Asia/Shanghai')::date as left_days
                      from marketplace.filed_paper where state = 'GOOD' and expires_on is not null
                        and expires_on <= (marketplace.clock_now() at time zone 'Asia/Shanghai')::date + 30) ending) f
            where not exists (select from marketplace.paper_reminder r
                              where r.paper_id = f.paper_id and r.days <= f.days)
            limit :limit
            on conflict do nothing
            returning paper_id""")
    List<UUID> remind(int limit);

    @Query("""
            update marketplace.filed_paper set state = 'EXPIRED'
            where paper_id in (select paper_id from marketplace.filed_paper where state = 'GOOD'
                and expires_on < (marketplace.clock_now() at time zone 'Asia/Shanghai')::date
                limit :limit for update skip locked)
            returning paper_id""")
    List<UUID> expire(int limit);
}
