package terrace.web.merchandising;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listings;
import terrace.search.merchandising.Steering;
import terrace.search.query.Explanation;
import terrace.search.query.Hit;
import terrace.search.query.ListingSearch;
import terrace.search.query.SearchRequest;
import terrace.search.ranking.Worth;
import terrace.search.words.Quantity;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.signin.Visitor;

/** Gathers what the page of an explanation shows. */
@Singleton
class ExplanationPages {
    private static final int SHOWN = 20;
    private static final int JIN = 500;

    private final ListingSearch search;
    private final Listings listings;
    private final Words words;

    ExplanationPages(ListingSearch search, Listings listings, Words words) {
        this.search = search;
        this.listings = listings;
        this.words = words;
    }

    boolean known(UUID listing) {
        return listings.byIds(Set.of(listing)).containsKey(listing);
    }

    /** Goods stand for an operator as they stand for a shopper of the same province whose likings nobody knows. */
    Page page(Visitor visitor, Form form, @Nullable UUID listing, @Nullable Explanation explanation) {
        Language language = visitor.language();
        String text = form.value("q");
        List<Found> found = text.isEmpty()
                ? List.of()
                : search.search(SearchRequest.of(text, visitor.provinceCode(), SHOWN)).hits().stream()
                        .map(hit -> found(hit, listing))
                        .toList();
        if (listing == null) {
            return new Page(form, found, null, List.of(), List.of(), List.of(), false);
        }
        String title = Objects.requireNonNull(listings.byIds(Set.of(listing)).get(listing))
                .title();
        if (explanation == null) {
            return new Page(form, found, title, List.of(), List.of(), List.of(), true);
        }
        List<String> sentences = sentences(language, listing, explanation);
        List<Part> fit = explanation
                .figures()
                .map(figure -> parts(language, figure.fit()))
                .orElse(List.of());
        List<Part> signals = explanation
                .figures()
                .map(figure -> parts(language, figure.signals()))
                .orElse(List.of());
        return new Page(form, found, title, sentences, fit, signals, false);
    }

    private static Found found(Hit hit, @Nullable UUID listing) {
        UUID id = hit.card().id();
        return new Found(id.toString(), hit.card().title(), id.equals(listing));
    }

    /** What there is to say in words, most telling first. */
    private List<String> sentences(Language language, UUID listing, Explanation said) {
        List<String> lines = new ArrayList<>();
        Steering steering = said.steering();
        lines.add(where(language, listing, said));
        lines.add(words.say(
                language,
                "merchandising.why.heard",
                String.join(" · ", said.heard().words())));
        Quantity quantity = said.heard().quantity();
        if (quantity != null) {
            lines.add(words.say(language, "merchandising.why.quantity", amount(language, quantity)));
        }
        addIfAny(lines, language, "merchandising.why.phrases", said.heard().phrases());
        addIfAny(lines, language, "merchandising.why.without", said.heard().without());
        steering.synonyms()
                .forEach((word, others) ->
                        lines.add(words.say(language, "merchandising.why.synonyms", word, String.join(" · ", others))));
        steering.pins().forEach((place, id) -> {
            if (id.equals(listing)) {
                lines.add(words.say(language, "merchandising.why.pinned", Integer.toString(place)));
            }
        });
        said.figures()
                .ifPresent(figure -> lines.add(
                        figure.cosine() == null
                                ? words.say(language, "merchandising.why.no-vector")
                                : words.say(language, "merchandising.why.cosine", decimal(figure.cosine()))));
        said.figures()
                .ifPresent(figure -> lines.add(words.say(language, "merchandising.why.sum", decimal(figure.sum()))));
        return lines;
    }

    private String where(Language language, UUID listing, Explanation said) {
        if (said.steering().hidden().contains(listing)) {
            return words.say(language, "merchandising.why.hidden");
        }
        String looked = Integer.toString(said.looked());
        String total = Long.toString(said.total());
        if (said.place() > 0) {
            return words.say(language, "merchandising.why.place", Integer.toString(said.place()), total, looked);
        }
        if (said.figures().isPresent()) {
            return words.say(language, "merchandising.why.behind", looked, total);
        }
        return words.say(language, said.indexed() ? "merchandising.why.not-found" : "merchandising.why.not-indexed");
    }

    private void addIfAny(List<String> lines, Language language, String key, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(words.say(language, key, String.join(" · ", values)));
        }
    }

    private String amount(Language language, Quantity quantity) {
        return quantity.grams() > 0
                ? words.say(
                        language,
                        "merchandising.why.grams",
                        Long.toString(quantity.grams()),
                        decimal((double) quantity.grams() / JIN))
                : Long.toString(quantity.count());
    }

    private List<Part> parts(Language language, List<Worth> worths) {
        double most = worths.stream()
                .mapToDouble(worth -> Math.abs(worth.adds()))
                .max()
                .orElse(1);
        return worths.stream()
                .map(worth -> new Part(
                        words.say(language, "merchandising.why.part." + worth.part()),
                        decimal(worth.adds()),
                        Math.round(Math.abs(worth.adds()) * 100 / most)))
                .toList();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /**
     * @param title of the one explained; null when none was asked for
     * @param away whether the index does not answer, so that there is nothing to explain
     */
    record Page(
            Form form,
            List<Found> found,
            @Nullable String title,
            List<String> sentences,
            List<Part> fit,
            List<Part> signals,
            boolean away) {}

    /** @param chosen whether it is the one explained */
    record Found(String id, String title, boolean chosen) {}

    /** @param length of the bar, of a hundred */
    record Part(String name, String adds, long length) {}
}
