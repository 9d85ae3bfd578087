package terrace.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.search.filters.Chosen;
import terrace.search.filters.Facet;

/** A search put together step by step, for tests. */
final class Asked {
    private final String text;
    private Chosen chosen = Chosen.NOTHING;
    private String home = "";
    private @Nullable String after;
    private Sort sort = Sort.RELEVANCE;
    private int pageSize = 60;

    Asked(String text) {
        this.text = text;
    }

    Asked with(Facet facet, String value) {
        chosen = chosen.and(facet, value);
        return this;
    }

    Asked category(String slug) {
        return with(Facet.CATEGORY, slug);
    }

    Asked province(String code) {
        return with(Facet.PROVINCE, code);
    }

    Asked county(String code) {
        return with(Facet.COUNTY, code);
    }

    Asked after(@Nullable String cursor) {
        after = cursor;
        return this;
    }

    Asked poor() {
        return with(Facet.POOR, Facet.ON);
    }

    Asked inStock() {
        return with(Facet.STOCK, Facet.ON);
    }

    Asked livingIn(String province) {
        home = province;
        return this;
    }

    Asked pagesOf(int hits) {
        pageSize = hits;
        return this;
    }

    Asked sort(Sort order) {
        sort = order;
        return this;
    }

    /** What is found on all pages, one after the other. */
    List<UUID> onEveryPage(ListingSearch search) {
        List<UUID> met = new ArrayList<>();
        do {
            Results page = search.search(request());
            page.hits().forEach(hit -> met.add(hit.card().id()));
            after = page.nextAfter();
        } while (after != null);
        return met;
    }

    SearchRequest request() {
        return new SearchRequest(text, chosen, home, sort, after, pageSize);
    }
}
