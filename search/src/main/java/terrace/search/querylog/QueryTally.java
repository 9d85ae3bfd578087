package terrace.search.querylog;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts not yet in PostgreSQL; bounded, so that strangers cannot fill the memory. */
@Singleton
class QueryTally {
    /** What comes beyond, until the next batch is written, is not counted. */
    static final int TEXTS_MAX = 5_000;

    private final Map<String, QueryCount> counts = new ConcurrentHashMap<>();
    /** Texts that found nothing when last looked; their pages come from the page cache, which knows no hits. */
    private final Set<String> empty = ConcurrentHashMap.newKeySet();

    void found(String text, boolean nothing) {
        if (!nothing) {
            empty.remove(text);
        } else if (empty.size() < TEXTS_MAX) {
            empty.add(text);
        }
    }

    void searched(String text) {
        add(new QueryCount(text, 1, empty.contains(text) ? 1 : 0, 0));
    }

    void clicked(String text) {
        add(new QueryCount(text, 0, 0, 1));
    }

    /** Everything so far, in the order of texts; from now on it counts from nothing. */
    Collection<QueryCount> take() {
        Map<String, QueryCount> taken = new TreeMap<>();
        for (String text : List.copyOf(counts.keySet())) {
            QueryCount count = counts.remove(text);
            if (count != null) {
                taken.put(text, count);
            }
        }
        if (empty.size() >= TEXTS_MAX) {
            empty.clear();
        }
        return taken.values();
    }

    void add(QueryCount count) {
        if (counts.size() < TEXTS_MAX || counts.containsKey(count.text())) {
            counts.merge(count.text(), count, QueryCount::plus);
        }
    }
}
