package terrace.search.vectors;

import java.util.Collection;
import java.util.UUID;

/** Whoever indexes listings: told that these can now be indexed with their vectors. */
public interface IndexAgain {
    void indexAgain(Collection<UUID> listingIds);
}
