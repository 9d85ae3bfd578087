package terrace.orders.parcels;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A part of an order that travels together.
 *
 * @param number from one on within its order
 * @param courierCode code of the courier in {@code terrace.orders.fulfilment}
 * @param pieces how many of each line are in it, by the line's position
 */
public record Parcel(
        UUID orderId,
        int number,
        String courierCode,
        String trackingNumber,
        Instant sentAt,
        SortedMap<Integer, Integer> pieces) {

    /** Whether it is the one of this courier and number. */
    public boolean is(String courier, String tracking) {
        return courierCode.equals(courier) && trackingNumber.equals(tracking);
    }
}
