package terrace.web.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.money.Money;
import terrace.search.query.FacetCount;
import terrace.search.query.Facets;
import terrace.search.query.PriceBand;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.search.SearchQuery.Part;
import terrace.web.shop.Choice;
import terrace.web.shop.Doors;
import terrace.web.shop.Places;

/** The filters of a search as links: those that hold, to be lifted, and those that could be added, with counts. */
@Singleton
class SearchFilters {
    private static final int PLACES_MAX = 12;

    private final Categories categories;
    private final Places places;
    private final Words words;

    SearchFilters(Categories categories, Places places, Words words) {
        this.categories = categories;
        this.places = places;
        this.words = words;
    }

    /** What holds; each path is the search without it. */
    List<Choice> chosen(Language language, SearchQuery query) {
        List<Choice> chosen = new ArrayList<>();
        categories
                .bySlug(query.get(Part.CATEGORY))
                .ifPresent(category -> chosen.add(lift(query, Part.CATEGORY, Doors.name(language, category))));
        if (query.has(Part.PROVINCE)) {
            chosen.add(lift(query, Part.PROVINCE, places.province(language, query.get(Part.PROVINCE))));
        }
        if (query.has(Part.COUNTY)) {
            chosen.add(lift(query, Part.COUNTY, places.county(query.get(Part.COUNTY))));
        }
        if (query.has(Part.POOR)) {
            chosen.add(lift(query, Part.POOR, words.say(language, "shop.tag.poor")));
        }
        if (query.has(Part.MIN) || query.has(Part.MAX)) {
            SearchQuery without = query.without(Part.MIN).without(Part.MAX);
            chosen.add(new Choice(price(language, query.get(Part.MIN), query.get(Part.MAX)), without.path(), 0, true));
        }
        if (query.has(Part.STOCK)) {
            chosen.add(lift(query, Part.STOCK, words.say(language, "shop.search.stock")));
        }
        return chosen;
    }

    /** The branches below the chosen category, and the way back up; the main ones when none is chosen. */
    List<Choice> categories(Language language, SearchQuery query, Facets facets) {
        Map<String, Long> counts =
                facets.categories().stream().collect(Collectors.toMap(FacetCount::key, FacetCount::count));
        List<Choice> choices = new ArrayList<>();
        Optional<Category> chosen = categories.bySlug(query.get(Part.CATEGORY));
        chosen.map(category -> categories.pathOf(category.id())).ifPresent(path -> {
            for (int i = 0; i < path.size(); i++) {
                SearchQuery up = i == 0
                        ? query.without(Part.CATEGORY)
                        : query.with(Part.CATEGORY, path.get(i - 1).slug());
                choices.add(choice(language, path.get(i), up, counts, true));
            }
        });
        chosen.map(category -> categories.childrenOf(category.id())).orElseGet(categories::roots).stream()
                .filter(category -> counts.containsKey(category.slug()))
                .map(category -> choice(language, category, query.with(Part.CATEGORY, category.slug()), counts, false))
                .forEach(choices::add);
        return choices;
    }

    List<Choice> provinces(Language language, SearchQuery query, Facets facets) {
        return facets.provinces().stream()
                .limit(PLACES_MAX)
                .map(count -> toggle(
                        query, Part.PROVINCE, count.key(), places.province(language, count.key()), count.count()))
                .toList();
    }

    List<Choice> counties(SearchQuery query, Facets facets) {
        return facets.counties().stream()
                .limit(PLACES_MAX)
                .map(count -> toggle(query, Part.COUNTY, count.key(), places.county(count.key()), count.count()))
                .toList();
    }

    List<Choice> prices(Language language, SearchQuery query, Facets facets) {
        List<Choice> choices = new ArrayList<>();
        for (PriceBand band : facets.prices()) {
            String min = typed(band.minFen());
            String max = typed(band.maxFen());
            boolean chosen = min.equals(query.get(Part.MIN)) && max.equals(query.get(Part.MAX));
            SearchQuery other = chosen
                    ? query.without(Part.MIN).without(Part.MAX)
                    : query.with(Part.MIN, min).with(Part.MAX, max);
            if (band.count() > 0 || chosen) {
                choices.add(new Choice(price(language, min, max), other.path(), band.count(), chosen));
            }
        }
        return choices;
    }

    private static Choice lift(SearchQuery query, Part part, String text) {
        return new Choice(text, query.without(part).path(), 0, true);
    }

    private static Choice toggle(SearchQuery query, Part part, String value, String text, long count) {
        boolean chosen = query.get(part).equals(value);
        SearchQuery other = chosen ? query.without(part) : query.with(part, value);
        return new Choice(text, other.path(), count, chosen);
    }

    private static Choice choice(
            Language language, Category category, SearchQuery to, Map<String, Long> counts, boolean chosen) {
        return new Choice(Doors.name(language, category), to.path(), counts.getOrDefault(category.slug(), 0L), chosen);
    }

    private String price(Language language, String min, String max) {
        if (min.isEmpty()) {
            return words.say(language, "shop.price.to", max);
        }
        return max.isEmpty()
                ? words.say(language, "shop.price.from", min)
                : words.say(language, "shop.price.between", min, max);
    }

    /** As somebody would type it: 20, 19.99. */
    private static String typed(@Nullable Long fen) {
        return fen == null ? "" : Money.yuan(fen).replaceFirst("\\.00$", "");
    }
}
