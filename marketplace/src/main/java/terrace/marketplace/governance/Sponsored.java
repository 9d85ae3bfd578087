package terrace.marketplace.governance;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** A merchant and who brought it into a pavilion. */
@Introspected
public record Sponsored(UUID merchantId, UUID partnerId) {}
