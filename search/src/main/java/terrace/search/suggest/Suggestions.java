package terrace.search.suggest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
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
    /** Of each kind so many come first; what is left of the list is filled up in order. */
    private static final Map<Kind, Integer> EACH_MAX =
            Map.of(Kind.WORD, 5, Kind.CATEGORY, 2, Kind.COUNTY, 2, Kind.PAVILION, 1, Kind.MERCHANT, 2);

    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long EMPTY_FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Indexing indexing;
    private final Categories categories;
    private final Regions regions;
    private final Merchants merchants;
    private final Pavilions pavilions;
    private final Words words;
    private final AtomicBoolean making = new AtomicBoolean();
    private volatile Made made = new Made(PrefixTable.EMPTY, List.of(), System.nanoTime() - FRESH_NANOS);

    Suggestions(
            Indexing indexing,
            Categories categories,
            Regions regions,
            Merchants merchants,
            Pavilions pavilions,
            Words words) {
        this.indexing = indexing;
        this.categories = categories;
        this.regions = regions;
        this.merchants = merchants;
        this.pavilions = pavilions;
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

    /** What titles say, most said first; up to a minute old. */
    List<KnownWord> knownWords() {
        remakeIfOld();
        return made.words;
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
        addMerchants(lines, vocabulary.merchants());
        for (Pavilion pavilion : pavilions.all()) {
            Suggestion suggestion = new Suggestion(pavilion.name(), Kind.PAVILION, pavilion.code());
            add(lines, suggestion, pavilion.name(), 0);
            lines.add(new Line(pavilion.nameEn().toLowerCase(Locale.ROOT).replaceAll("\\s+", ""), suggestion, 0));
        }
        List<KnownWord> known = new ArrayList<>();
        vocabulary.words().forEach((word, count) -> known.add(new KnownWord(word, Pinyin.full(word), count)));
        made = new Made(new PrefixTable(lines), List.copyOf(known), System.nanoTime());
    }

    /** Merchants are called by any of their words: 红河云垄合作社 is 云垄 to those who know it. */
    private void addMerchants(List<Line> lines, Map<UUID, Long> selling) {
        merchants.byIds(selling.keySet()).forEach((id, merchant) -> {
            Suggestion suggestion = new Suggestion(merchant.name(), Kind.MERCHANT, merchant.code());
            String rest = Spelling.fold(merchant.name());
            for (String word : words.toFind(merchant.name())) {
                int at = rest.indexOf(word);
                rest = at < 0 ? rest : rest.substring(at);
                // the second half of a name says what kind of firm it is
                if (rest.length() * 2 < merchant.name().length()) {
                    break;
                }
                add(lines, suggestion, rest, selling.getOrDefault(id, 0L));
            }
        });
    }

    private void remakeIfOld() {
        Made current = made;
        long age = System.nanoTime() - current.at;
        boolean old = age > (current.table.isEmpty() ? EMPTY_FRESH_NANOS : FRESH_NANOS);
        if (old && words.ready() && making.compareAndSet(false, true)) {
            if (current.table.isEmpty()) {
                // the first shopper waits a moment rather than find nothing
                remakeAndLetGo();
            } else {
                Thread.ofVirtual().name("suggestions").start(this::remakeAndLetGo);
            }
        }
    }

    private void remakeAndLetGo() {
        try {
            remake();
        } catch (RuntimeException e) {
            LOG.warn("Suggestions could not be made anew, those known stay: {}", e.toString());
            Made known = made;
            made = new Made(known.table, known.words, System.nanoTime());
        } finally {
            making.set(false);
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
        List<Suggestion> others = new ArrayList<>();
        for (Suggestion suggestion : found) {
            // a category and the one below it may be called the same
            if (mixed.stream()
                    .anyMatch(other ->
                            other.kind() == suggestion.kind() && other.text().equals(suggestion.text()))) {
                continue;
            }
            boolean wanted = left.merge(suggestion.kind(), -1, Integer::sum) >= 0;
            (wanted ? mixed : others).add(suggestion);
        }
        others.stream().limit(Math.max(0, SUGGESTIONS_MAX - mixed.size())).forEach(mixed::add);
        return mixed.stream()
                .limit(SUGGESTIONS_MAX)
                .sorted(Comparator.comparing(Suggestion::kind))
                .toList();
    }

    private record Made(PrefixTable table, List<KnownWord> words, long at) {}
}
