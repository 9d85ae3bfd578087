package terrace.orders.purchases;

import java.time.Instant;

/**
 * How an order travels; of several parcels the last one.
 *
 * @param courierCode code of the courier in {@code terrace.orders.fulfilment}
 * @param acceptBy when time accepts the order in the member's place
 */
public record Shipment(String courierCode, String trackingNumber, Instant shippedAt, Instant acceptBy) {}
