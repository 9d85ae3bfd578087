package terrace.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.search.words.Quantity;
import terrace.search.words.Spelling;
import terrace.search.words.Words;

/**
 * What a shopper typed, made ready to be looked for. It is only ever words: apart from words in quotes, and words with
 * a minus before them, no character of it is an operator, and those two are taken apart here.
 *
 * @param understood what was typed, trimmed and cut to length, without control characters
 * @param spelt what is looked for, in one spelling: without what is not wanted, and without words about the asking
 * @param words its words, without how much is wanted
 * @param scored all its words and the shorter ones inside them
 * @param letters runs of Latin letters and digits when it holds no Chinese, so that it may be pinyin; else none
 * @param phrases what stood in quotes: to be found as it stands
 * @param without what a minus stood before
 * @param quantity how much is wanted, if that was said
 */
record ShopperText(
        String understood,
        String spelt,
        List<String> words,
        List<String> scored,
        List<String> letters,
        List<String> phrases,
        List<String> without,
        @Nullable Quantity quantity) {
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+");
    private static final Pattern LETTERS = Pattern.compile("[a-z0-9]+");
    private static final Pattern QUOTED = Pattern.compile("[\"“”「]([^\"“”「」]+)[\"“”」]");
    private static final Pattern NOT_WANTED = Pattern.compile("(?<!\\S)[-－−]([\\p{L}\\p{N}]\\S*)");
    /** Words about the asking, not about the goods. */
    private static final Pattern ASKING = Pattern.compile("(20\\d\\d年?)?新款|大全|哪个好|哪种好|哪家好|多少钱|怎么样|排行榜|专营店|旗舰店|专卖店");

    /** Letters and digits in one word, as numbers of models are written; the dictionary would cut it in two. */
    private static final Pattern MODEL = Pattern.compile("(?<![a-z0-9])(?=[0-9]*[a-z])(?=[a-z]*[0-9])[a-z0-9]{3,}");

    private static final int WORDS_MAX = 20;
    private static final int PARTS_MAX = 4;

    static ShopperText of(String typed, Words words) {
        String understood = understood(typed);
        List<String> without = new ArrayList<>();
        String wanted = withoutNotWanted(understood, without);
        List<String> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(wanted);
        while (quoted.find() && phrases.size() < PARTS_MAX) {
            addIfSpoken(phrases, quoted.group(1));
        }
        String spelt = unless(ASKING.matcher(Spelling.fold(wanted)).replaceAll(" "), Spelling.fold(wanted));
        List<Quantity> quantities = Quantity.in(spelt);
        Quantity quantity = quantities.isEmpty() ? null : quantities.getFirst();
        List<String> found = words.toFind(unless(without(spelt, quantities), spelt)).stream()
                .limit(WORDS_MAX)
                .toList();
        return new ShopperText(
                understood,
                spelt,
                found,
                words.toIndex(spelt).stream().limit(WORDS_MAX).toList(),
                letters(spelt),
                phrases,
                without,
                quantity);
    }

    /** When nothing but what is not wanted is left, it was no minus but a dash. */
    private static String withoutNotWanted(String understood, List<String> without) {
        String rest = NOT_WANTED.matcher(understood).replaceAll(" ").strip();
        if (!speaks(rest)) {
            return understood;
        }
        Matcher minus = NOT_WANTED.matcher(understood);
        while (minus.find() && without.size() < PARTS_MAX) {
            addIfSpoken(without, minus.group(1));
        }
        return rest;
    }

    private static void addIfSpoken(List<String> parts, String part) {
        String spelt = Spelling.fold(part).strip();
        if (speaks(spelt)) {
            parts.add(spelt);
        }
    }

    private static String without(String spelt, List<Quantity> quantities) {
        StringBuilder rest = new StringBuilder(spelt);
        for (Quantity quantity : quantities.reversed()) {
            rest.replace(quantity.start(), quantity.end(), " ");
        }
        return rest.toString();
    }

    private static String unless(String shorter, String whole) {
        return speaks(shorter) ? shorter.strip() : whole;
    }

    private static boolean speaks(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
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

    /** How many characters are asked for, a Latin word or a number counting as one. */
    int characters() {
        int count = 0;
        boolean inRun = false;
        for (int c : spelt.codePoints().toArray()) {
            boolean run = Character.isLetterOrDigit(c) && !Spelling.isHan(c);
            count += Spelling.isHan(c) || (run && !inRun) ? 1 : 0;
            inRun = run;
        }
        return count;
    }

    /** Words of letters and digits that are no amount: m7000, but not 500g. Who types one wants nothing else. */
    List<String> models() {
        return MODEL.matcher(spelt)
                .results()
                .map(MatchResult::group)
                .filter(word -> Quantity.in(word).isEmpty())
                .limit(PARTS_MAX)
                .toList();
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
