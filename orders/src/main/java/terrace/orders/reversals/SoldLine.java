package terrace.orders.reversals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who paid what of a line, and what each has had back so far, in fen.
 *
 * @param position {@link ReversalWish#FREIGHT} for the freight
 * @param paid the buyer first
 */
record SoldLine(int position, Map<Payer, Long> paid, Map<Payer, Long> had) {

    /** One who paid a part. */
    record Payer(
            PaidBy paidBy,
            @Nullable UUID bearerId,
            @Nullable UUID couponId) {
        static final Payer BUYER = new Payer(PaidBy.BUYER, null, null);
    }

    long netFen() {
        return sum(paid);
    }

    long cashFen() {
        return paid.getOrDefault(Payer.BUYER, 0L);
    }

    long reversedFen() {
        return sum(had);
    }

    long leftFen() {
        return netFen() - reversedFen();
    }

    /** Who gets how much of so much; those who get nothing are left out. */
    Map<Payer, Long> share(long fen) {
        Payer[] payers = paid.keySet().toArray(Payer[]::new);
        long[] whole = new long[payers.length];
        long[] before = new long[payers.length];
        for (int at = 0; at < payers.length; at++) {
            whole[at] = paid.getOrDefault(payers[at], 0L);
            before[at] = had.getOrDefault(payers[at], 0L);
        }
        long[] shares = Apportioning.share(whole, before, fen);
        Map<Payer, Long> parts = new LinkedHashMap<>();
        for (int at = 0; at < payers.length; at++) {
            if (shares[at] > 0) {
                parts.put(payers[at], shares[at]);
            }
        }
        return parts;
    }

    private static long sum(Map<Payer, Long> parts) {
        return parts.values().stream().reduce(0L, Math::addExact);
    }
}
