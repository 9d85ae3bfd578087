package terrace.orders.returns;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import terrace.orders.purchases.OrderBook;
import terrace.orders.reversals.Cause;
import terrace.orders.reversals.ReversalWish;
import terrace.orders.reversals.Reversals;
import terrace.orders.reversals.Reversing;

/** The door to refunds a merchant gives without being asked. */
@Singleton
public class Goodwill {
    private final OrderBook book;
    private final Reversals reversals;
    private final AfterSaleLetters letters;

    Goodwill(OrderBook book, Reversals reversals, AfterSaleLetters letters) {
        this.book = book;
        this.reversals = reversals;
        this.letters = letters;
    }

    /**
     * Gives so much of a line back, or of the freight ({@link ReversalWish#FREIGHT}); empty when it is not this
     * merchant's order.
     *
     * @param requestId minted when the form was shown: sent twice it is one refund
     * @param fen above nothing
     */
    @Transactional
    public Optional<Reversing> give(
            UUID merchantId, String number, UUID requestId, int position, long fen, String reason, UUID actor) {
        return book.lockOfMerchant(merchantId, number).map(order -> {
            TreeMap<Integer, Long> wanted = new TreeMap<>();
            wanted.put(position, fen);
            String key = "goodwill:" + order.id() + ":" + requestId;
            boolean before = reversals.byKey(key).isPresent();
            Reversing reversing =
                    reversals.reverse(order, new ReversalWish(key, Cause.GOODWILL, reason.strip(), actor, wanted));
            if (!before && reversing instanceof Reversing.Reversed reversed) {
                letters.refundedByMerchant(order, reversed.reversal(), reason.strip());
            }
            return reversing;
        });
    }
}
