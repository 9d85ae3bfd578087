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

    @Query("select * from marketplace.audit where id < :id order by id desc limit :limit")
    List<AuditRow> before(long id, int limit);
}
