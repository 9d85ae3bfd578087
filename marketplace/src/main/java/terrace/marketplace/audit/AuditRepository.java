package terrace.marketplace.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Map;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditRepository extends GenericRepository<AuditRow, Long> {

    @Query("""
            insert into marketplace.audit (actor, act, subject, detail)
            values (:actor, :act, :subject, :detail::jsonb)""")
    int add(String actor, String act, String subject, @TypeDef(type = DataType.JSON) Map<String, String> detail);

    @Query("select * from marketplace.audit where subject = :subject order by id desc limit :limit")
    List<AuditRow> ofSubject(String subject, int limit);

    /** Held until the transaction ends: those who ask at once are counted one after the other. */
    @Query("select length(pg_advisory_xact_lock(hashtextextended('strayed:' || :actor, 0))::text)")
    int lock(String actor);

    @Query("""
            select count(*) from marketplace.audit
            where actor = :actor and act = 'strayed'
              and at > marketplace.clock_now() - make_interval(secs => :seconds)""")
    int strayed(String actor, long seconds);

    @Query("""
            select * from marketplace.audit
            where detail ->> 'for' = :household and id < :before order by id desc limit :limit""")
    List<AuditRow> onBehalf(String household, long before, int limit);

    @Query("""
            select * from marketplace.audit
            where detail ->> 'for' = :household and actor = :clerk and id > :after
            order by id limit :limit""")
    List<AuditRow> onBehalfSince(String household, String clerk, long after, int limit);

    @Query("select * from marketplace.audit where id < :id order by id desc limit :limit")
    List<AuditRow> before(long id, int limit);
}
