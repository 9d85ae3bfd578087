package terrace.search.suggest;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import terrace.search.query.ListingSearch;
import terrace.search.query.SearchRequest;
import terrace.search.words.Pinyin;
import terrace.search.words.Spelling;
import terrace.search.words.Words;

/** Guesses what was meant: what titles say and sounds the same, or differs by one character. */
@Singleton
public class Meanings {
    public static final int MEANINGS_MAX = 3;

    private static final int TEXT_MIN = 2;
    private static final int TEXT_MAX = 24;
    /** Of two characters one is half the word: apples are no mangoes. */
    private static final int HAN_MIN = 3;

    private static final int LETTERS_MIN = 4;
    private static final int WORDS_MAX = 6;

    private final Suggestions suggestions;
    private final Words words;
    private final ListingSearch search;

    Meanings(Suggestions suggestions, Words words, ListingSearch search) {
        this.suggestions = suggestions;
        this.words = words;
        this.search = search;
    }

    /** At most {@link #MEANINGS_MAX} texts, likeliest first, each of which finds something. */
    public List<String> of(String typed) {
        String spelt = Spelling.fold(typed).strip();
        if (!words.ready() || spelt.length() < TEXT_MIN || spelt.length() > TEXT_MAX) {
            return List.of();
        }
        List<KnownWord> known = suggestions.knownWords();
        Set<String> meant = new LinkedHashSet<>();
        like(known, spelt).limit(MEANINGS_MAX).forEach(meant::add);
        if (meant.isEmpty()) {
            wordByWord(known, spelt).filter(this::finds).forEach(meant::add);
        }
        return List.copyOf(meant);
    }

    /** The text with one of its words, unknown as it is, put right. */
    private Stream<String> wordByWord(List<KnownWord> known, String spelt) {
        Set<String> texts = new LinkedHashSet<>();
        words.toFind(spelt).stream()
                .filter(word -> word.length() >= TEXT_MIN && !word.equals(spelt) && isHan(word))
                .filter(word -> known.stream().noneMatch(one -> one.text().equals(word)))
                .limit(WORDS_MAX)
                .forEach(word -> like(known, word).limit(1).forEach(right -> texts.add(spelt.replace(word, right))));
        return texts.stream().limit(MEANINGS_MAX);
    }

    private boolean finds(String text) {
        return search.search(SearchRequest.of(text, 1)).total() > 0;
    }

    private static Stream<String> like(List<KnownWord> known, String spelt) {
        boolean han = isHan(spelt);
        String sound = han ? Pinyin.full(spelt) : spelt;
        return known.stream()
                .filter(word -> !word.text().equals(spelt))
                .filter(word -> han
                        ? word.sound().equals(sound) || (spelt.length() >= HAN_MIN && isOneOff(word.text(), spelt))
                        : spelt.length() >= LETTERS_MIN && isOneOff(word.sound(), spelt))
                .sorted(Comparator.comparing((KnownWord word) -> !word.sound().equals(sound))
                        .thenComparing(
                                Comparator.comparingLong(KnownWord::listings).reversed()))
                .map(KnownWord::text);
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(Spelling::isHan);
    }

    /** One letter other, too many or missing; the same is not. */
    static boolean isOneOff(String a, String b) {
        String longer = a.length() < b.length() ? b : a;
        String shorter = a.length() < b.length() ? a : b;
        int extra = longer.length() - shorter.length();
        if (extra > 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        boolean same = extra == 0 && at == shorter.length();
        return !same
                && longer.substring(Math.min(at + 1, longer.length()))
                        .equals(shorter.substring(Math.min(at + 1 - extra, shorter.length())));
    }
}
