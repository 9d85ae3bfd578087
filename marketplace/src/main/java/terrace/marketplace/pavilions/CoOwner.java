package terrace.marketplace.pavilions;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

@Introspected
record CoOwner(String pavilionCode, UUID partnerId) {}
