package terrace.search.query;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.ListingCard.Span;
import terrace.catalog.listings.ListingCard.Wanted;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.search.filters.Chosen;
import terrace.search.filters.Facet;
import terrace.search.filters.Facets;

/** Answers a search from PostgreSQL: titles that hold the words, narrowed by what the catalogue can look up. */
@Singleton
class DatabaseSearch {
    private static final String MARK = "db.";
    /** What only the index can look up. */
    private static final Set<Facet> UNKNOWN =
            Set.of(Facet.PROOF, Facet.PAVILION, Facet.CAMPAIGN, Facet.DELIVERY, Facet.FRESH);

    private final Listings listings;
    private final Categories categories;
    private final Merchants merchants;
    private final Regions regions;

    DatabaseSearch(Listings listings, Categories categories, Merchants merchants, Regions regions) {
        this.listings = listings;
        this.categories = categories;
        this.merchants = merchants;
        this.regions = regions;
    }

    /** @param hidden what operators keep from being found; the page is shorter by them */
    Results search(SearchRequest request, String understood, Set<UUID> hidden, int limit) {
        Chosen chosen = request.chosen();
        Slice<ListingCard> found = find(request, understood, limit);
        List<Hit> hits = found.items().stream()
                .filter(card -> !hidden.contains(card.id()))
                .map(card -> new Hit(card, List.of(new TitleSpan(card.title(), false))))
                .toList();
        String next = found.nextAfter() == null ? null : MARK + found.nextAfter();
        Set<Facet> ignored = EnumSet.noneOf(Facet.class);
        UNKNOWN.stream().filter(chosen::has).forEach(ignored::add);
        return new Results(
                hits, hits.size(), Facets.NONE, next, Source.DATABASE, understood, List.of(), ignored, false);
    }

    private Slice<ListingCard> find(SearchRequest request, String understood, int limit) {
        Chosen chosen = request.chosen();
        Set<UUID> categoryIds = chosen.of(Facet.CATEGORY).stream()
                .flatMap(slug -> categories.bySlug(slug).map(Category::id).stream())
                .collect(Collectors.toSet());
        Set<UUID> merchantIds = merchants.idsOf(chosen.of(Facet.MERCHANT));
        boolean nobody = (chosen.has(Facet.CATEGORY) && categoryIds.isEmpty())
                || (chosen.has(Facet.MERCHANT) && merchantIds.isEmpty());
        if (nobody) {
            return new Slice<>(List.of(), null);
        }
        Wanted wanted = new Wanted(
                understood,
                categoryIds,
                known(chosen.wholeProvinces()),
                known(chosen.of(Facet.COUNTY)),
                chosen.has(Facet.POOR) ? poorCounties() : null,
                merchantIds,
                spans(chosen, Facet.PRICE),
                spans(chosen, Facet.JIN),
                spans(chosen, Facet.WEIGHT),
                chosen.has(Facet.STOCK));
        return listings.find(wanted, sort(request.sort()), after(request.after()), limit);
    }

    /** Only digits come as far as the database; a code that is none is of nowhere. */
    private Set<String> known(List<String> codes) {
        return codes.stream()
                .map(code -> regions.byCode(code).map(Region::code).orElse("-"))
                .collect(Collectors.toSet());
    }

    private Set<String> poorCounties() {
        Set<String> poor = new HashSet<>();
        for (Region province : regions.provinces()) {
            regions.counties(province.code()).stream()
                    .filter(Region::poor)
                    .map(Region::code)
                    .forEach(poor::add);
        }
        return poor;
    }

    private static List<Span> spans(Chosen chosen, Facet facet) {
        return chosen.bands(facet).stream()
                .map(band -> new Span(band.from(), band.below()))
                .toList();
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
