package terrace.search.query;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What somebody likes: for each of these goods a figure from 0 to 1, those above 0 only. Asked once in a search. */
@FunctionalInterface
public interface Leaning {
    /** Of somebody nothing is known of, or who does not want it to be used. */
    Leaning NONE = ids -> Map.of();

    Map<UUID, Double> of(Collection<UUID> ids);
}
