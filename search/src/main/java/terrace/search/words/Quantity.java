package terrace.search.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of something, as a title or a shopper says it: 5斤, 2.5kg and 2500克 are the same, 10枚 is a count.
 *
 * @param start where it stands in the folded text
 * @param end where it ends
 * @param grams the weight; 0 for a count
 * @param count how many pieces; 0 for a weight
 */
public record Quantity(int start, int end, long grams, long count) {
    private static final Pattern SAID = Pattern.compile("(?<![\\d.])(\\d{1,6}(?:\\.\\d{1,3})?|[一二三四五六七八九十两半])\\s?"
            + "(?:(kg|千克|公斤|斤|两(?![\\p{IsHan}])|克|g(?![a-z]))|(枚|个|只|颗|盒|袋|瓶|罐|箱|包|支|粒))(?:装)?");
    private static final String CHINESE_DIGITS = "一二三四五六七八九十";
    private static final int JIN = 500;
    private static final int LIANG = 50;
    private static final int KILO = 1_000;

    /** Those of a folded text, from left to right. */
    public static List<Quantity> in(String folded) {
        List<Quantity> found = new ArrayList<>();
        Matcher matcher = SAID.matcher(folded);
        while (matcher.find()) {
            double number = number(matcher.group(1));
            String weight = matcher.group(2);
            boolean spoken = !Character.isDigit(matcher.group(1).charAt(0));
            // 一个 and 三只 are rather words than counts
            if (weight != null || !spoken) {
                long grams = weight == null ? 0 : Math.round(number * grams(weight));
                long count = weight == null ? Math.round(number) : 0;
                found.add(new Quantity(matcher.start(), matcher.end(), grams, count));
            }
        }
        return found;
    }

    /** The same amount, whatever the unit. */
    public boolean sameAs(Quantity other) {
        return grams == other.grams && count == other.count;
    }

    private static double number(String said) {
        char first = said.charAt(0);
        if (Character.isDigit(first)) {
            return Double.parseDouble(said);
        }
        return switch (first) {
            case '半' -> 0.5;
            case '两' -> 2;
            default -> CHINESE_DIGITS.indexOf(first) + 1;
        };
    }

    private static int grams(String unit) {
        return switch (unit) {
            case "kg", "千克", "公斤" -> KILO;
            case "斤" -> JIN;
            case "两" -> LIANG;
            default -> 1;
        };
    }
}
