package terrace.marketplace.money;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Money is fen in a {@code long}; here is how it is written, read, compared per 斤 and shared out. */
public final class Money {
    public static final String CURRENCY = "CNY";
    public static final long GRAMS_PER_JIN = 500;
    /** Ten million yuan: no sum that a person types in may be larger. */
    public static final long TYPED_FEN_MAX = 1_000_000_000L;

    private static final int FEN_DIGITS = 2;
    private static final int THOUSANDS = 3;

    private Money() {}

    /** Yuan for people to read, as in {@code 1,234.50}; the sign of the currency is for the words around it. */
    public static String grouped(long fen) {
        String plain = yuan(Math.abs(fen));
        StringBuilder text = new StringBuilder(plain);
        for (int at = plain.indexOf('.') - THOUSANDS; at > 0; at -= THOUSANDS) {
            text.insert(at, ',');
        }
        return fen < 0 ? "-" + text : text.toString();
    }

    /** Yuan for fields and files, two decimals and no separators, as in {@code 1234.50}. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS).toPlainString();
    }

    /** What a person typed as yuan, in fen; empty when it is no sum, negative, finer than a fen, or too large. */
    public static OptionalLong fen(String yuan) {
        String digits = yuan.strip().replace("¥", "").replace("，", "").replace(",", "");
        if (!digits.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return OptionalLong.empty();
        }
        long fen = new BigDecimal(digits).movePointRight(FEN_DIGITS).longValueExact();
        return fen <= TYPED_FEN_MAX ? OptionalLong.of(fen) : OptionalLong.empty();
    }

    /** Price of 500 g in fen, half a fen rounded up. */
    public static long perJin(long fen, long grams) {
        if (grams <= 0) {
            throw new IllegalArgumentException("weight must be positive: " + grams);
        }
        return Math.addExact(Math.multiplyExact(fen, GRAMS_PER_JIN * 2), grams) / (grams * 2);
    }

    /**
     * Shares a sum by weights so that the parts add up exactly: largest remainder (Hamilton) method, ties to the
     * earlier part.
     */
    public static long[] split(long fen, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is negative");
            }
            total = Math.addExact(total, weight);
        }
        if (fen < 0 || total == 0) {
            throw new IllegalArgumentException("nothing to share " + fen + " by");
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = fen;
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(fen, weights[i]);
            parts[i] = product / total;
            remainders[i] = product % total;
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -remainders[i]))
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
