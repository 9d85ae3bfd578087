package terrace.web.search;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.search.filters.Facet;
import terrace.search.query.Hit;
import terrace.search.query.Leaning;
import terrace.search.query.ListingSearch;
import terrace.search.query.Results;
import terrace.search.query.Source;
import terrace.search.query.TitleSpan;
import terrace.search.querylog.QueryLog;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.CardList;
import terrace.web.shop.Cards;
import terrace.web.shop.Choice;
import terrace.web.shop.ListOrder;

/** Prepares the page of a search. */
@Singleton
class SearchPages {
    /** With fewer hits, something else may have been meant. */
    private static final int FEW = 4;

    private final ListingSearch search;
    private final SearchFilters filters;
    private final FacetNames names;
    private final SearchHelp help;
    private final QueryLog log;
    private final Listings listings;
    private final Cards cards;
    private final Words words;

    SearchPages(
            ListingSearch search,
            SearchFilters filters,
            FacetNames names,
            SearchHelp help,
            QueryLog log,
            Listings listings,
            Cards cards,
            Words words) {
        this.search = search;
        this.filters = filters;
        this.names = names;
        this.help = help;
        this.log = log;
        this.listings = listings;
        this.cards = cards;
        this.words = words;
    }

    /**
     * @param home two digits of the reader's province
     * @param leaning what the reader likes
     */
    Answer answer(Language language, String home, SearchQuery asked, Leaning leaning) {
        SearchQuery query = filters.known(language, asked);
        return new Answer(query, search.search(query.request(home, CardList.PAGE_SIZE), leaning));
    }

    SearchPage page(Language language, String home, Answer answer) {
        SearchQuery query = answer.query();
        Results results = answer.results();
        if (query.plain() && results.source() == Source.INDEX) {
            log.found(query.q(), results.total());
        }
        boolean nothing = results.hits().isEmpty()
                && results.nextAfter() == null
                && query.after().isEmpty();
        return new SearchPage(
                results.understood(),
                results.total(),
                results.source() == Source.DATABASE,
                Stream.of(Facet.values())
                        .filter(results.ignored()::contains)
                        .map(facet -> names.title(language, facet))
                        .toList(),
                filters.chosen(language, query),
                query.onlyText().path(),
                filters.groups(language, query, results.facets()),
                query.keptBesidePrice(),
                query.min(),
                query.max(),
                list(language, query, results),
                spans(results.hits()),
                results.total() < FEW && query.after().isEmpty() ? help.meant(results.understood()) : List.of(),
                results.related().stream()
                        .map(text -> new Choice(text, SearchQuery.of(text).path(), 0, false))
                        .toList(),
                nothing ? help.of(language, home, query, results) : null);
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
                        order -> query.sorted(order).path()),
                next == null ? null : query.from(next).path(),
                query.after().isEmpty() ? null : query.from("").path());
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

    /** What was found, not yet put into words. */
    record Answer(SearchQuery query, Results results) {

        /** The same for all answers that show the same goods in the same order; empty where everybody gets this one. */
        String own() {
            if (!results.leant()) {
                return "";
            }
            String order = results.hits().stream()
                    .map(hit -> hit.card().id().toString())
                    .collect(Collectors.joining());
            return UUID.nameUUIDFromBytes(order.getBytes(StandardCharsets.US_ASCII))
                    .toString();
        }
    }

    private static Map<String, List<TitleSpan>> spans(List<Hit> hits) {
        return hits.stream().collect(Collectors.toMap(hit -> hit.card().id().toString(), Hit::title, (a, b) -> a));
    }
}
