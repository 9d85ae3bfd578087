package terrace.search.suggest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.regions.Regions;
import terrace.search.indexing.Indexing;
import terrace.search.indexing.Vocabulary;
import terrace.search.suggest.PrefixTable.Line;
import terrace.search.suggest.Suggestion.Kind;
import terrace.search.words.Pinyin;
import terrace.search.words.Spelling;
import terrace.search.words.Words;

/** Completes what a shopper types, from the first character on: Chinese, pinyin or initials. Answers from memory. */
@Singleton
public class Suggestions {
    public static final int SUGGESTIONS_MAX = 10;

    private static final int TYPED_MAX = 40;
    private static final Map<Kind, Integer> EACH_MAX = Map.of(Kind.WORD, 6, Kind.CATEGORY, 3, Kind.COUNTY, 3);
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long EMPTY_FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Indexing indexing;
    private final Categories categories;
    private final Regions regions;
    private final Words words;
    private final AtomicBoolean making = new AtomicBoolean();
    private volatile Made made = new Made(PrefixTable.EMPTY, System.nanoTime() - FRESH_NANOS);

    Suggestions(Indexing indexing, Categories categories, Regions regions, Words words) {
        this.indexing = indexing;
        this.categories = categories;
        this.regions = regions;
        this.words = words;
    }

    /** At most {@link #SUGGESTIONS_MAX}, best first; empty for an empty text. */
    public List<Suggestion> suggest(String typed) {
        remakeIfOld();
        if (!words.ready()) {
            return List.of();
        }
        String start = Spelling.fold(typed.substring(0, Math.min(typed.length(), TYPED_MAX)))
                .replaceAll("\\s+", "");
        return start.isEmpty() ? List.of() : mixed(made.table.startingWith(start));
    }

    /** Makes the table anew, now. */
    void remake() {
        List<Line> lines = new ArrayList<>();
        Vocabulary vocabulary = indexing.vocabulary();
        vocabulary.words().forEach((word, count) -> add(lines, new Suggestion(word, Kind.WORD, word), word, count));
        vocabulary
                .counties()
                .forEach((code, count) -> regions.byCode(code)
                        .ifPresent(county ->
                                add(lines, new Suggestion(county.name(), Kind.COUNTY, code), county.name(), count)));
        for (Category category : categories.all()) {
            Suggestion suggestion = new Suggestion(category.nameZh(), Kind.CATEGORY, category.slug());
            add(lines, suggestion, category.nameZh(), category.listings());
            String english = category.nameEn().toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
            lines.add(new Line(english, suggestion, category.listings()));
        }
        made = new Made(new PrefixTable(lines), System.nanoTime());
    }

    private void remakeIfOld() {
        Made current = made;
        long age = System.nanoTime() - current.at;
        boolean old = age > (current.table.isEmpty() ? EMPTY_FRESH_NANOS : FRESH_NANOS);
        if (old && words.ready() && making.compareAndSet(false, true)) {
            Thread.ofVirtual().name("suggestions").start(() -> {
                try {
                    remake();
                } finally {
                    making.set(false);
                }
            });
        }
    }

    private static void add(List<Line> lines, Suggestion suggestion, String text, long weight) {
        String spelt = Spelling.fold(text);
        lines.add(new Line(spelt, suggestion, weight));
        lines.add(new Line(Pinyin.full(spelt), suggestion, weight));
        lines.add(new Line(Pinyin.initials(spelt), suggestion, weight));
    }

    private static List<Suggestion> mixed(List<Suggestion> found) {
        Map<Kind, Integer> left = new EnumMap<>(EACH_MAX);
        List<Suggestion> mixed = new ArrayList<>();
        for (Suggestion suggestion : found) {
            if (mixed.size() < SUGGESTIONS_MAX && left.merge(suggestion.kind(), -1, Integer::sum) >= 0) {
                mixed.add(suggestion);
            }
        }
        return mixed;
    }

    private record Made(PrefixTable table, long at) {}
}
