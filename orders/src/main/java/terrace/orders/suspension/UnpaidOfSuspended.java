package terrace.orders.suspension;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.events.Events;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.purchases.Withdrawals;

/** Goes through a suspended merchant's unpaid purchases, piece by piece. */
@Singleton
class UnpaidOfSuspended {
    static final int PURCHASES_AT_ONCE = 100;
    static final UUID FROM_THE_FIRST = new UUID(0, 0);

    private final Withdrawals withdrawals;
    private final Merchants merchants;
    private final Events events;

    UnpaidOfSuspended(Withdrawals withdrawals, Merchants merchants, Events events) {
        this.withdrawals = withdrawals;
        this.merchants = merchants;
        this.events = events;
    }

    /** Does one piece and announces the next; ends where the merchant sells again. What is called off stays so. */
    @Transactional
    void follow(UUID merchantId, UUID after) {
        if (merchants.selling(Set.of(merchantId)).contains(merchantId)) {
            return;
        }
        List<UUID> piece = withdrawals.unpaidOfMerchant(merchantId, after, PURCHASES_AT_ONCE);
        withdrawals.callOff(piece);
        if (piece.size() == PURCHASES_AT_ONCE) {
            events.publish(new CallingOffToGoOn(merchantId, piece.getLast()));
        }
    }
}
