package terrace.marketplace.applications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@MappedEntity(value = "application_step", schema = "marketplace")
record StepRow(
        @Id long id,
        UUID applicationId,
        Instant at,
        String actor,
        Step.Act act,
        @TypeDef(type = DataType.JSON) Map<String, String> reasons,
        String note) {

    Step step() {
        return new Step(id, at, actor, act, reasons, note);
    }
}
