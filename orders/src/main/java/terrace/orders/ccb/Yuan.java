package terrace.orders.ccb;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as this bank writes them: yuan, a point, two digits. Read by digits: public code that multiplies a double by
 * a hundred is wrong for one amount in twenty (0.29 becomes 28 fen).
 */
final class Yuan {

    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})\\.([0-9]{2})");
    private static final long FEN = 100;

    private Yuan() {}

    static String of(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("no amount: " + fen);
        }
        long rest = fen % FEN;
        return fen / FEN + (rest < 10 ? ".0" : ".") + rest;
    }

    /** Empty for what is not written just so: a sign, a comma, one decimal, an exponent. */
    static OptionalLong fen(String yuan) {
        Matcher parts = AMOUNT.matcher(yuan);
        return parts.matches()
                ? OptionalLong.of(Long.parseLong(parts.group(1)) * FEN + Long.parseLong(parts.group(2)))
                : OptionalLong.empty();
    }
}
