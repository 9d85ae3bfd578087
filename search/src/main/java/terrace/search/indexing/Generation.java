package terrace.search.indexing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One index of the listings.
 *
 * @param alias what searches ask, which points at the live one
 * @param mapping digest of the mapping it was made with
 * @param resumeAfter while building: listings up to this id are in
 */
record Generation(
        String alias,
        int number,
        State state,
        String mapping,
        @Nullable UUID resumeAfter,
        long listings) {

    enum State {
        BUILDING,
        LIVE,
        /** Superseded; its index goes a little later, when nobody writes to it any more. */
        RETIRED
    }

    String index() {
        return alias + "-v" + number;
    }

    /** The alias it is written through: unlike an index, an alias is never made by writing to it. */
    String entrance() {
        return index() + "_entrance";
    }

    /** One that an earlier edition made takes none of our documents; a new one is being built in its place. */
    boolean isOfOurMapping() {
        return mapping.equals(ListingMapping.DIGEST);
    }

    boolean is(State wanted) {
        return state == wanted;
    }
}
