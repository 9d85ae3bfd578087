package terrace.web.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.search.filters.Chosen;
import terrace.search.filters.Facet;
import terrace.search.query.Hit;
import terrace.search.query.ListingSearch;
import terrace.search.query.Results;
import terrace.search.query.SearchRequest;
import terrace.search.query.Sort;
import terrace.search.suggest.Meanings;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.search.SearchPage.Help;
import terrace.web.shop.Cards;
import terrace.web.shop.Choice;

/** What helps somebody who found nothing, or little. */
@Singleton
class SearchHelp {
    private static final int NEAR_MAX = 8;

    private final ListingSearch search;
    private final Meanings meanings;
    private final Listings listings;
    private final Pavilions pavilions;
    private final FacetNames names;
    private final Cards cards;
    private final Words words;

    SearchHelp(
            ListingSearch search,
            Meanings meanings,
            Listings listings,
            Pavilions pavilions,
            FacetNames names,
            Cards cards,
            Words words) {
        this.search = search;
        this.meanings = meanings;
        this.listings = listings;
        this.pavilions = pavilions;
        this.names = names;
        this.cards = cards;
        this.words = words;
    }

    /** Texts that sound or look nearly the same, and find something. */
    List<Choice> meant(String understood) {
        return meanings.of(understood).stream()
                .map(text -> new Choice(text, SearchQuery.of(text).path(), 0, false))
                .toList();
    }

    Help of(Language language, String home, SearchQuery query, Results results) {
        List<ListingCard> near = near(home, query);
        boolean best = near.isEmpty();
        return new Help(
                lift(language, query, results),
                pavilion(language, query),
                cards.of(language, best ? listings.first(terrace.catalog.listings.Sort.BEST_SELLING, NEAR_MAX) : near),
                best);
    }

    /** Which one filter to do without; what the others leave was counted with the search itself. */
    private List<Choice> lift(Language language, SearchQuery query, Results results) {
        List<Choice> lift = new ArrayList<>();
        results.facets().lifted().forEach((facet, count) -> {
            if (count > 0) {
                lift.add(new Choice(
                        named(language, query, facet), query.without(facet).path(), count, false));
            }
        });
        return lift;
    }

    /** “产地省份：云南、贵州”. */
    private String named(Language language, SearchQuery query, Facet facet) {
        String values = query.chosen().of(facet).stream()
                .flatMap(value -> names.of(language, facet, value).stream())
                .collect(Collectors.joining(language.english() ? ", " : "、"));
        String title = names.title(language, facet);
        return values.isEmpty() ? title : title + (language.english() ? ": " : "：") + values;
    }

    /** Goods of the same category or origin, whatever they are called. */
    private List<ListingCard> near(String home, SearchQuery query) {
        Map<Facet, List<String>> kept = new EnumMap<>(Facet.class);
        Chosen chosen = query.chosen();
        Facet facet = chosen.has(Facet.CATEGORY) ? Facet.CATEGORY : Facet.PROVINCE;
        if (!chosen.has(facet)) {
            return List.of();
        }
        kept.put(facet, chosen.of(facet));
        if (facet == Facet.PROVINCE) {
            kept.put(Facet.COUNTY, chosen.of(Facet.COUNTY));
        }
        SearchRequest request = new SearchRequest("", new Chosen(kept), home, Sort.BEST_SELLING, null, NEAR_MAX);
        return search.search(request).hits().stream().map(Hit::card).toList();
    }

    private Choice pavilion(Language language, SearchQuery query) {
        return pavilions.all().stream()
                .filter(pavilion -> pavilion.kind() == Pavilion.Kind.ORIGIN
                        && query.chosen().of(Facet.PROVINCE).contains(pavilion.provinceCode()))
                .findFirst()
                .map(pavilion -> new Choice(
                        language.english() ? pavilion.nameEn() : pavilion.name(),
                        "/pavilions/" + pavilion.code(),
                        0,
                        false))
                .orElseGet(() -> new Choice(words.say(language, "layout.nav.pavilions"), "/pavilions", 0, false));
    }
}
