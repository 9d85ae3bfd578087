package terrace.marketplace.recommenders;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** An account that speaks for a partner organisation. */
@MappedEntity(value = "recommender", schema = "marketplace")
public record Recommender(@Id UUID accountId, UUID partnerId) {}
