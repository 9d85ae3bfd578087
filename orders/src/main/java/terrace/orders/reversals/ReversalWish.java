package terrace.orders.reversals;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken back of an order.
 *
 * @param requestKey the same key is the same act, however often it is asked for
 * @param actor null where time does it
 * @param fenByPosition so much of each line, of what it cost after the merchant's own discount, in fen;
 *     {@link #FREIGHT} is the freight
 */
public record ReversalWish(
        String requestKey,
        Cause cause,
        String reason,
        @Nullable UUID actor,
        SortedMap<Integer, Long> fenByPosition) {

    /** The freight's place among the lines of an order. */
    public static final int FREIGHT = 0;

    public static final int REASON_CHARS_MAX = 300;

    public ReversalWish {
        fenByPosition = new TreeMap<>(fenByPosition);
        if (fenByPosition.isEmpty() || fenByPosition.values().stream().anyMatch(fen -> fen <= 0)) {
            throw new IllegalArgumentException("nothing to take back: " + fenByPosition);
        }
        if (reason.length() > REASON_CHARS_MAX) {
            throw new IllegalArgumentException("a reason of " + reason.length() + " characters");
        }
    }
}
