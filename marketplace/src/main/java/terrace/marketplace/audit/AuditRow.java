package terrace.marketplace.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;

@MappedEntity(value = "audit", schema = "marketplace")
record AuditRow(
        @Id long id,
        Instant at,
        String actor,
        String act,
        String subject,
        @TypeDef(type = DataType.JSON) Map<String, String> detail) {

    AuditEntry entry() {
        return new AuditEntry(id, at, actor, act, subject, detail);
    }
}
