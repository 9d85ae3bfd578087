package terrace.orders.shipments;

import java.time.Instant;
import java.util.UUID;

/**
 * A sheet that was handed in, and how far it is.
 *
 * @param total rows with a courier or a tracking number
 * @param bad rows with something to mend
 * @param open good rows not sent yet
 * @param shipped rows sent by it
 * @param same rows that were sent so before
 */
public record ShipmentSheet(
        UUID id, UUID merchantId, Instant receivedAt, int total, int bad, int open, int shipped, int same) {}
