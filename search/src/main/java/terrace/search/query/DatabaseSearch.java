package terrace.search.query;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;

/** Answers a search from PostgreSQL: titles that hold the words, in a category or a province, without counts. */
@Singleton
class DatabaseSearch {
    private static final String MARK = "db.";

    private final Listings listings;
    private final Categories categories;
    private final Regions regions;

    DatabaseSearch(Listings listings, Categories categories, Regions regions) {
        this.listings = listings;
        this.categories = categories;
        this.regions = regions;
    }

    Results search(SearchRequest request, String understood, int limit) {
        Slice<ListingCard> found = find(request, understood, limit);
        List<Hit> hits = found.items().stream()
                .filter(card -> fits(card, request))
                .map(card -> new Hit(card, List.of(new TitleSpan(card.title(), false))))
                .toList();
        String next = found.nextAfter() == null ? null : MARK + found.nextAfter();
        return new Results(hits, hits.size(), Facets.NONE, next, Source.DATABASE, understood);
    }

    private Slice<ListingCard> find(SearchRequest request, String understood, int limit) {
        terrace.catalog.listings.Sort sort = sort(request.sort());
        String after = after(request.after());
        String province = request.provinceCode();
        Optional<Category> category =
                Optional.ofNullable(request.categorySlug()).flatMap(categories::bySlug);
        UUID categoryId = category.map(Category::id).orElse(null);
        if (request.categorySlug() != null && categoryId == null) {
            return new Slice<>(List.of(), null);
        }
        if (understood.isEmpty() && categoryId != null && province == null) {
            return listings.inCategory(categoryId, sort, after, limit);
        }
        if (understood.isEmpty() && categoryId == null && province != null) {
            return listings.inProvince(province, sort, after, limit);
        }
        return listings.titleSearch(understood, categoryId, province, sort, after, limit);
    }

    /** Filters the catalogue cannot look up are applied to the page it gives: it may show fewer, never wrong ones. */
    private boolean fits(ListingCard card, SearchRequest request) {
        Long min = request.minFen();
        Long max = request.maxFen();
        String county = request.countyCode();
        return (min == null || card.priceFen() >= min)
                && (max == null || card.priceFen() <= max)
                && (county == null || county.equals(card.countyCode()))
                && (!request.poorCountyOnly()
                        || regions.byCode(card.countyCode()).map(Region::poor).orElse(false))
                && (!request.inStockOnly() || card.inStock());
    }

    /** A cursor of the index means nothing here, and the other way round: then the first page is meant. */
    private static @Nullable String after(@Nullable String cursor) {
        return cursor != null && cursor.startsWith(MARK) ? cursor.substring(MARK.length()) : null;
    }

    private static terrace.catalog.listings.Sort sort(Sort sort) {
        return switch (sort) {
            case RELEVANCE, BEST_SELLING -> terrace.catalog.listings.Sort.BEST_SELLING;
            case NEWEST -> terrace.catalog.listings.Sort.NEWEST;
            case PRICE_ASCENDING -> terrace.catalog.listings.Sort.PRICE_ASCENDING;
            case PRICE_DESCENDING -> terrace.catalog.listings.Sort.PRICE_DESCENDING;
            case UNIT_PRICE -> terrace.catalog.listings.Sort.UNIT_PRICE;
        };
    }
}
