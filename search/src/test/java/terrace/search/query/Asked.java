package terrace.search.query;

import org.jspecify.annotations.Nullable;

/** A search put together step by step, for tests. */
final class Asked {
    private final String text;
    private @Nullable String category;
    private @Nullable String province;
    private @Nullable String county;
    private @Nullable String after;
    private @Nullable Long min;
    private @Nullable Long max;
    private boolean poor;
    private boolean inStock;
    private Sort sort = Sort.RELEVANCE;
    private int pageSize = 60;

    Asked(String text) {
        this.text = text;
    }

    Asked category(String slug) {
        category = slug;
        return this;
    }

    Asked province(String code) {
        province = code;
        return this;
    }

    Asked county(String code) {
        county = code;
        return this;
    }

    Asked after(@Nullable String cursor) {
        after = cursor;
        return this;
    }

    Asked price(long from, long to) {
        min = from;
        max = to;
        return this;
    }

    Asked poor() {
        poor = true;
        return this;
    }

    Asked inStock() {
        inStock = true;
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

    SearchRequest request() {
        int limit = pageSize;
        return new SearchRequest(text, category, province, county, poor, inStock, min, max, sort, after, limit);
    }
}
