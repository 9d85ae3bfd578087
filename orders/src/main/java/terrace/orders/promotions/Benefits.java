package terrace.orders.promotions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.points.Points;

/**
 * Coupons and points a purchase keeps for itself while it waits for money; all of them go one way together. Joins the
 * transaction of whoever decides over the purchase and holds its lock.
 */
@Singleton
public class Benefits {

    private final Coupons coupons;
    private final Points points;

    Benefits(Coupons coupons, Points points) {
        this.coupons = coupons;
        this.points = points;
    }

    /**
     * False when a coupon cannot be used now or points are lacking; then the caller undoes all.
     *
     * @param offs by coupon, what it takes off, in fen
     */
    @Transactional
    public boolean freeze(UUID memberId, UUID purchaseId, Map<UUID, Long> offs, long wanted) {
        return coupons.freeze(memberId, purchaseId, offs) && points.freeze(memberId, purchaseId, wanted);
    }

    /** The purchases are cancelled or have lapsed. */
    @Transactional
    public void thaw(Collection<UUID> purchaseIds) {
        if (!purchaseIds.isEmpty()) {
            coupons.thaw(purchaseIds);
            points.thaw(purchaseIds);
        }
    }

    /** The purchase is paid. */
    @Transactional
    public void use(UUID purchaseId) {
        coupons.use(purchaseId);
        points.use(purchaseId);
    }
}
