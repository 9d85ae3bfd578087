package terrace.orders.shipments;

import java.time.Instant;
import java.util.UUID;

/** Leave to read recipients for the labels, for who asked and until then. */
public record LabelExport(UUID id, Instant expiresAt) {}
