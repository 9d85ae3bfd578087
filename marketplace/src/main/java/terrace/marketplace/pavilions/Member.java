package terrace.marketplace.pavilions;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

@Introspected
record Member(String pavilionCode, UUID merchantId) {}
