package terrace.marketplace.assistance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/**
 * An account that acts for households.
 *
 * @param office the body it works for, told to households
 */
@MappedEntity(value = "clerk", schema = "marketplace")
public record Clerk(@Id UUID accountId, String office) {}
