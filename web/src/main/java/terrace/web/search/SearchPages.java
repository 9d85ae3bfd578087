package terrace.web.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.search.query.Hit;
import terrace.search.query.ListingSearch;
import terrace.search.query.Results;
import terrace.search.query.Source;
import terrace.search.query.TitleSpan;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.search.SearchPage.Groups;
import terrace.web.search.SearchPage.Help;
import terrace.web.search.SearchPage.Kept;
import terrace.web.search.SearchQuery.Part;
import terrace.web.shop.CardList;
import terrace.web.shop.Cards;
import terrace.web.shop.ListOrder;

/** Prepares the page of a search. */
@Singleton
class SearchPages {
    private static final int BEST_MAX = 8;

    private final ListingSearch search;
    private final SearchFilters filters;
    private final SuggestedLinks suggested;
    private final Listings listings;
    private final Cards cards;
    private final Words words;

    SearchPages(
            ListingSearch search,
            SearchFilters filters,
            SuggestedLinks suggested,
            Listings listings,
            Cards cards,
            Words words) {
        this.search = search;
        this.filters = filters;
        this.suggested = suggested;
        this.listings = listings;
        this.cards = cards;
        this.words = words;
    }

    SearchPage page(Language language, SearchQuery query) {
        Results results = search.search(query.request(CardList.PAGE_SIZE));
        return new SearchPage(
                results.understood(),
                results.total(),
                results.source() == Source.DATABASE,
                filters.chosen(language, query),
                query.onlyText().path(),
                new Groups(
                        filters.categories(language, query, results.facets()),
                        filters.provinces(language, query, results.facets()),
                        filters.counties(query, results.facets()),
                        filters.prices(language, query, results.facets())),
                kept(query),
                query.get(Part.MIN),
                query.get(Part.MAX),
                query.has(Part.POOR),
                query.has(Part.STOCK),
                list(language, query, results),
                spans(results.hits()),
                results.hits().isEmpty() && results.nextAfter() == null
                        ? help(language, query, results.understood())
                        : null);
    }

    private CardList list(Language language, SearchQuery query, Results results) {
        @Nullable String next = results.nextAfter();
        return new CardList(
                cards.of(language, present(listings, results)),
                ListOrder.tabs(
                        words,
                        language,
                        ListOrder.OF_SEARCH,
                        query.order(),
                        order -> query.with(Part.SORT, order == ListOrder.FIT ? "" : order.slug())
                                .path()),
                next == null ? null : query.with(Part.AFTER, next).path(),
                query.has(Part.AFTER) ? query.without(Part.AFTER).path() : null);
    }

    /**
     * The index does not know what may be called a price before, and is a moment late with the others: what a card says
     * of money is the catalogue's word, for the whole page at once.
     */
    static List<ListingCard> present(Listings listings, Results results) {
        List<ListingCard> found = results.hits().stream().map(Hit::card).toList();
        if (results.source() == Source.DATABASE || found.isEmpty()) {
            return found;
        }
        Map<UUID, ListingCard> known = listings
                .cardsByIds(found.stream().map(ListingCard::id).toList())
                .stream()
                .collect(Collectors.toMap(ListingCard::id, card -> card));
        return found.stream().map(card -> known.getOrDefault(card.id(), card)).toList();
    }

    /** What the form does not ask for itself, but must not forget. */
    private static List<Kept> kept(SearchQuery query) {
        return Stream.of(Part.Q, Part.CATEGORY, Part.PROVINCE, Part.COUNTY, Part.SORT)
                .filter(query::has)
                .map(part -> new Kept(part.parameter(), query.get(part)))
                .toList();
    }

    private static Map<String, List<TitleSpan>> spans(List<Hit> hits) {
        return hits.stream().collect(Collectors.toMap(hit -> hit.card().id().toString(), Hit::title, (a, b) -> a));
    }

    private Help help(Language language, SearchQuery query, String understood) {
        long unfiltered =
                query.filtered() ? search.search(query.onlyText().request(1)).total() : 0;
        return new Help(unfiltered, suggested.near(understood), cards.of(language, listings.bestSelling(BEST_MAX)));
    }
}
