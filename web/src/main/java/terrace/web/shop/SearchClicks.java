package terrace.web.shop;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.search.querylog.QueryLog;

/**
 * Counts goods opened from a search. The browser says where it comes from, so links stay as they are and pages are
 * kept once, whoever opens them.
 */
@Singleton
class SearchClicks {
    private static final String SEARCH = "/search";
    private static final String TEXT = "q=";
    private static final String ENGLISH_SEARCH = "/en/search";

    private final QueryLog log;

    SearchClicks(QueryLog log) {
        this.log = log;
    }

    void note(HttpRequest<?> request) {
        searched(
                        request.getHeaders().get(HttpHeaders.REFERER),
                        request.getHeaders().get(HttpHeaders.HOST))
                .ifPresent(log::clicked);
    }

    /** The text of the search of ours that a request came from. */
    static Optional<String> searched(@Nullable String from, @Nullable String host) {
        if (from == null || host == null) {
            return Optional.empty();
        }
        try {
            URI page = new URI(from);
            boolean ours = host.equals(page.getAuthority())
                    && (SEARCH.equals(page.getPath()) || ENGLISH_SEARCH.equals(page.getPath()));
            String query = page.getRawQuery();
            return !ours || query == null
                    ? Optional.empty()
                    : Arrays.stream(query.split("&", -1))
                            .filter(part -> part.startsWith(TEXT))
                            .findFirst()
                            .map(part -> URLDecoder.decode(part.substring(TEXT.length()), StandardCharsets.UTF_8));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
