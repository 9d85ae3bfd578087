package terrace.web.search;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import terrace.catalog.categories.Categories;
import terrace.search.suggest.Suggestion;
import terrace.search.suggest.Suggestion.Kind;
import terrace.search.suggest.Suggestions;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Choice;
import terrace.web.shop.Doors;
import terrace.web.shop.Places;

/** Turns suggestions into places to go. */
@Singleton
class SuggestedLinks {
    private final Suggestions suggestions;
    private final Categories categories;
    private final Places places;
    private final Words words;

    SuggestedLinks(Suggestions suggestions, Categories categories, Places places, Words words) {
        this.suggestions = suggestions;
        this.categories = categories;
        this.places = places;
        this.words = words;
    }

    List<Link> of(Language language, String typed) {
        return suggestions.suggest(typed).stream()
                .map(suggestion -> link(language, suggestion))
                .toList();
    }

    /** For a search that found nothing: words beginning like half of it or more, the longest beginning that has any. */
    List<Choice> near(String typed) {
        String begun = typed.strip();
        int shortest = Math.ceilDiv(begun.length(), 2);
        while (!begun.isEmpty() && begun.length() >= shortest) {
            List<Choice> words = suggestions.suggest(begun).stream()
                    .filter(suggestion ->
                            suggestion.kind() == Kind.WORD && !suggestion.text().equals(typed))
                    .map(suggestion -> new Choice(suggestion.text(), search(suggestion.text()), 0, false))
                    .toList();
            if (!words.isEmpty()) {
                return words;
            }
            begun = begun.substring(0, begun.offsetByCodePoints(begun.length(), -1));
        }
        return List.of();
    }

    private Link link(Language language, Suggestion suggestion) {
        String text = suggestion.text();
        return switch (suggestion.kind()) {
            case WORD -> new Link(text, search(text), "");
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
        };
    }

    private static String search(String word) {
        return "/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** @param kind in words, empty for a word to search */
    record Link(String text, String path, String kind) {}
}
