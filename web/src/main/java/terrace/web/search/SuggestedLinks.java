package terrace.web.search;

import jakarta.inject.Singleton;
import java.util.List;
import terrace.catalog.categories.Categories;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.search.suggest.Suggestion;
import terrace.search.suggest.Suggestions;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Doors;
import terrace.web.shop.Places;

/** Turns suggestions into places to go. */
@Singleton
class SuggestedLinks {
    private final Suggestions suggestions;
    private final Categories categories;
    private final Places places;
    private final Pavilions pavilions;
    private final Words words;

    SuggestedLinks(Suggestions suggestions, Categories categories, Places places, Pavilions pavilions, Words words) {
        this.suggestions = suggestions;
        this.categories = categories;
        this.places = places;
        this.pavilions = pavilions;
        this.words = words;
    }

    List<Link> of(Language language, String typed) {
        return suggestions.suggest(typed).stream()
                .map(suggestion -> link(language, suggestion))
                .toList();
    }

    private Link link(Language language, Suggestion suggestion) {
        String text = suggestion.text();
        return switch (suggestion.kind()) {
            case WORD -> new Link(text, SearchQuery.of(text).path(), "");
            case CATEGORY ->
                new Link(
                        categories
                                .bySlug(suggestion.key())
                                .map(category -> Doors.name(language, category))
                                .orElse(text),
                        "/categories/" + suggestion.key(),
                        words.say(language, "shop.suggest.category"));
            case COUNTY ->
                new Link(
                        places.origin(language, suggestion.key()),
                        "/search?province=" + Places.provinceOf(suggestion.key()) + "&county=" + suggestion.key(),
                        words.say(language, "shop.suggest.county"));
            case PAVILION ->
                new Link(
                        pavilions
                                .byCode(suggestion.key())
                                .filter(pavilion -> language.english())
                                .map(Pavilion::nameEn)
                                .orElse(text),
                        "/pavilions/" + suggestion.key(),
                        words.say(language, "shop.suggest.pavilion"));
            case MERCHANT ->
                new Link(text, "/merchants/" + suggestion.key(), words.say(language, "shop.suggest.merchant"));
        };
    }

    /** @param kind in words, empty for a word to search */
    record Link(String text, String path, String kind) {}
}
