package terrace.search.filters;

import java.util.List;
import java.util.Map;

/**
 * Counts beside a list of goods. Each counts what would be found if its own filter were lifted and all others kept,
 * so that a shopper sees what the other choices hold.
 *
 * @param counts by facet: most goods first, bands from low to high, with empty ones
 * @param lifted how many would be found without this one filter, of each chosen; a province takes its county along
 */
public record Facets(Map<Facet, List<FacetCount>> counts, Map<Facet, Long> lifted) {
    public static final Facets NONE = new Facets(Map.of(), Map.of());

    public List<FacetCount> of(Facet facet) {
        return counts.getOrDefault(facet, List.of());
    }

    /** How many have this value; none too when nobody counted them. */
    public long count(Facet facet, String key) {
        return of(facet).stream()
                .filter(counted -> counted.key().equals(key))
                .mapToLong(FacetCount::count)
                .findFirst()
                .orElse(0);
    }
}
