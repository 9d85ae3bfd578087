package terrace.marketplace.applications;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StepRepository extends GenericRepository<StepRow, Long> {

    @Query("""
            insert into marketplace.application_step (application_id, actor, act, reasons, note)
            values (:applicationId, :actor, :act, :reasons::jsonb, :note) returning id""")
    long add(
            UUID applicationId,
            String actor,
            String act,
            @TypeDef(type = DataType.JSON) Map<String, String> reasons,
            String note);

    @Query("select * from marketplace.application_step where application_id = :applicationId order by id")
    List<StepRow> of(UUID applicationId);

    @Query("""
            insert into marketplace.application_signature
                (application_id, version, language, text_hash, account_id, address)
            values (:applicationId, :version, :language, :textHash, :accountId, :address)""")
    int sign(UUID applicationId, String version, String language, String textHash, UUID accountId, byte[] address);
}
