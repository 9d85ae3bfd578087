package terrace.marketplace.attempts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity(value = "attempt", schema = "marketplace")
record AttemptRow(@Id long id, AttemptKind kind, Instant at, boolean succeeded) {}
