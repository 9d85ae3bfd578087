package terrace.orders.traces;

import java.time.Instant;
import terrace.orders.fulfilment.Courier;

/** Who can say where a parcel is: the couriers themselves, or one who asks them all. */
public interface CourierTrace {

    /**
     * Answers within seconds; whatever goes wrong on the way is no news.
     *
     * @param sentAt when the merchant said it was sent, since couriers use their numbers again
     */
    Trace of(Courier courier, String trackingNumber, Instant sentAt);
}
