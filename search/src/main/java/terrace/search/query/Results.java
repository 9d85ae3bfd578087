package terrace.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param total how many fit altogether; when {@link Source#DATABASE} answers, how many this page holds
 * @param nextAfter opaque; hand it back for the page after, null at the end
 * @param understood the text that was really searched: trimmed, cut to length, without control characters
 */
public record Results(
        List<Hit> hits, long total, Facets facets, @Nullable String nextAfter, Source source, String understood) {}
