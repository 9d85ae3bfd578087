package terrace.search.query;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.search.filters.Facet;
import terrace.search.filters.Facets;

/**
 * The answer to a search.
 *
 * @param total how many fit altogether; when {@link Source#DATABASE} answers, how many this page holds
 * @param nextAfter opaque; hand it back for the page after, null at the end
 * @param understood the text that was really searched: trimmed, cut to length, without control characters
 * @param related other texts to search that are near this one and find something
 * @param ignored filters that were chosen and did nothing, because the database cannot look them up
 * @param leant whether what somebody likes moved any of these hits; otherwise everybody gets the same answer
 */
public record Results(
        List<Hit> hits,
        long total,
        Facets facets,
        @Nullable String nextAfter,
        Source source,
        String understood,
        List<String> related,
        Set<Facet> ignored,
        boolean leant) {}
