package terrace.web.buying;

import org.jspecify.annotations.Nullable;

/** Reads what a form says, without trusting it. */
final class Typed {
    private static final int DIGITS_MAX = 6;

    private Typed() {}

    /** A sum in fen that a page of ours had written; -1, which no sum is, when it is no number. */
    static long fen(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    /** A quantity; 0, which every door refuses, when it is no number. One when nothing was said. */
    static int quantity(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        String digits = text.strip();
        return digits.matches("\\d{1," + DIGITS_MAX + "}") ? Integer.parseInt(digits) : 0;
    }
}
