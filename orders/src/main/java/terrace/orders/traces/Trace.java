package terrace.orders.traces;

import java.time.Instant;
import java.util.List;

/** What a courier says of a parcel. */
public sealed interface Trace {

    /** The way so far, the newest step first; never empty. */
    record Steps(List<Step> steps) implements Trace {}

    /** The courier does not know the parcel yet, or could not be asked in time. */
    record NoNews() implements Trace {}

    /** @param place as the courier writes it; may be empty */
    record Step(Instant at, Kind kind, String place) {}

    /** What happens to parcels. */
    enum Kind {
        COLLECTED,
        DEPARTED,
        ARRIVED,
        OUT_FOR_DELIVERY,
        DELIVERED,
        /** It could not be delivered, or goes back. */
        TROUBLE
    }
}
