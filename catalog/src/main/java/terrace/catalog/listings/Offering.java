package terrace.catalog.listings;

import java.util.Set;
import java.util.UUID;

/** What became of a listing that was handed in. */
public sealed interface Offering {
    UUID listingId();

    /** It is kept; also the answer when the same id is handed in again, which changes nothing. */
    record Accepted(UUID listingId) implements Offering {}

    record Refused(UUID listingId, Set<Fault> faults) implements Offering {}
}
