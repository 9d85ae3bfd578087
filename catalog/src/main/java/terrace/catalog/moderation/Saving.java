package terrace.catalog.moderation;

import java.util.Set;
import terrace.catalog.listings.Fault;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.NewListing;

/** What became of an edited listing. */
public sealed interface Saving {
    /**
     * It is kept.
     *
     * @param waiting whether part of it waits for an operator while the old stays on sale
     */
    record Saved(Listing listing, boolean waiting) implements Saving {}

    /**
     * Somebody else saved in between; nothing was changed.
     *
     * @param present what the other wanted, with what waits for review
     */
    record Conflict(long version, NewListing present) implements Saving {}

    record Refused(Set<Fault> faults) implements Saving {}
}
