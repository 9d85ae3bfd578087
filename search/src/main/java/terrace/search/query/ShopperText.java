package terrace.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import terrace.search.words.Spelling;
import terrace.search.words.Words;

/**
 * What a shopper typed, made ready to be looked for. It is only ever words: no character of it is an operator.
 *
 * @param understood what was typed, trimmed and cut to length, without control characters
 * @param spelt the same in one spelling
 * @param words its words
 * @param letters runs of Latin letters and digits when it holds no Chinese, so that it may be pinyin; else none
 */
record ShopperText(String understood, String spelt, List<String> words, List<String> letters) {
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+");
    private static final Pattern LETTERS = Pattern.compile("[a-z0-9]+");
    private static final int WORDS_MAX = 20;

    static ShopperText of(String typed, Words words) {
        String understood = understood(typed);
        String spelt = Spelling.fold(understood);
        List<String> found = words.toFind(understood).stream().limit(WORDS_MAX).toList();
        return new ShopperText(understood, spelt, found, letters(spelt));
    }

    /** Cut before anything else looks at it, and never through the middle of a character. */
    static String understood(String typed) {
        int end = Math.min(typed.length(), SearchRequest.SEARCH_TEXT_MAX * 4);
        String start = NOT_TEXT.matcher(typed.substring(0, end)).replaceAll(" ").strip();
        return start.codePoints()
                .limit(SearchRequest.SEARCH_TEXT_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Nothing was typed, so everything is meant. */
    boolean isEmpty() {
        return understood.isEmpty();
    }

    /** Something was typed, but nothing that a title could hold: {@code *:*}, an emoji. */
    boolean saysNothing() {
        return !isEmpty() && words.isEmpty();
    }

    private static List<String> letters(String spelt) {
        List<String> runs = new ArrayList<>();
        if (spelt.codePoints().noneMatch(Spelling::isHan)) {
            Matcher matcher = LETTERS.matcher(spelt);
            while (matcher.find() && runs.size() < WORDS_MAX) {
                runs.add(matcher.group());
            }
        }
        return runs;
    }
}
