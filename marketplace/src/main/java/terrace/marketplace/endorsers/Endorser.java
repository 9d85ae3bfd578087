package terrace.marketplace.endorsers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/**
 * An account that endorses for a county.
 *
 * @param office the body it acts for, shown to applicants
 */
@MappedEntity(value = "endorser", schema = "marketplace")
public record Endorser(@Id UUID accountId, String countyCode, String office) {}
