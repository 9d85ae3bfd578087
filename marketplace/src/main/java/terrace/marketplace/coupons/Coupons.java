package terrace.marketplace.coupons;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door to coupons.
 *
 * <p>What may be used together in one purchase; a coupon is taken off in the order of this table:
 *
 * <table>
 * <caption>Stacking</caption>
 * <tr><th>Place</th><th>How many</th><th>Which</th><th>Takes off from</th></tr>
 * <tr><td>merchant</td><td>one of each merchant</td><td>those a merchant bears a part of</td>
 *     <td>this merchant's goods</td></tr>
 * <tr><td>common</td><td>one</td><td>通用券 and 定向券 of the platform or an organiser</td>
 *     <td>what is left of the goods it is for</td></tr>
 * <tr><td>personal</td><td>one</td><td>专户券</td><td>what is left of the goods it is for</td></tr>
 * <tr><td>points</td><td>in hundreds</td><td>see {@code Points}</td><td>what is left, at most 99 %</td></tr>
 * </table>
 *
 * <p>Each covers at most its percentage of what is left of the goods it is for, is whole, and what it is not needed for
 * lapses. Its threshold looks at the goods it is for after merchants' coupons. Carriage and donations are not touched.
 *
 * <p>Steps of one coupon: held → frozen with an unpaid purchase → held again when that is cancelled or lapses, or used
 * when it is paid → held again when all it was used for is undone. Each is safe twice.
 */
@Singleton
public class Coupons {

    /** More at once nobody chooses from. */
    public static final int USABLE_MAX = 50;

    private static final int SHOWN_MAX = 200;
    private static final int OFFERED_MAX = 30;

    private final CouponRows coupons;
    private final BatchRows batches;

    Coupons(CouponRows coupons, BatchRows batches) {
        this.coupons = coupons;
        this.batches = batches;
    }

    /**
     * Claims one coupon of a batch; its face value is reserved from the batch's budget at that moment.
     *
     * @param couponId minted when the page was shown, so that a wish sent twice is one coupon
     */
    @Transactional
    public Claiming claim(UUID memberId, UUID batchId, UUID couponId) {
        Optional<BatchRows.Door> door = batches.lock(batchId, memberId);
        if (door.isEmpty()) {
            return new Claiming.NotOpen();
        }
        Optional<UUID> holder = coupons.holderOf(couponId);
        if (holder.isPresent()) {
            return holder.get().equals(memberId) ? new Claiming.Claimed(couponId) : new Claiming.NotOpen();
        }
        int held = coupons.countOf(batchId, memberId);
        Optional<Claiming> refusal = refusal(door.get(), held);
        if (refusal.isEmpty()) {
            coupons.add(couponId, batchId, memberId, held + 1);
        }
        return refusal.orElse(new Claiming.Claimed(couponId));
    }

    private static Optional<Claiming> refusal(BatchRows.Door door, int held) {
        if (!door.meant()) {
            return Optional.of(new Claiming.NotForYou());
        }
        if (held >= door.perPerson()) {
            return Optional.of(new Claiming.HasAll(door.perPerson()));
        }
        if (!door.open()) {
            return Optional.of(new Claiming.NotOpen());
        }
        return door.enough() ? Optional.empty() : Optional.of(new Claiming.UsedUp());
    }

    /** What a member may claim now. */
    @Connectable
    public List<Batch> offered(UUID memberId) {
        return batches.offered(memberId, OFFERED_MAX);
    }

    /** All a member has or had, the newest first. */
    @Connectable
    public List<Coupon> ofMember(UUID memberId) {
        return coupons.ofMember(memberId, SHOWN_MAX);
    }

    /** What a member may use now, those that lapse first in front. */
    @Connectable
    public List<Coupon> usable(UUID memberId) {
        return coupons.usable(memberId, USABLE_MAX);
    }

    /** Those of these that this member may use now. */
    @Connectable
    public List<Coupon> usable(UUID memberId, Set<UUID> couponIds) {
        return couponIds.isEmpty() ? List.of() : coupons.usable(memberId, couponIds);
    }

    /**
     * Freezes coupons with a purchase; false when one of them cannot be used now, then the caller undoes all.
     *
     * @param offs by coupon, what it takes off, in fen
     */
    @Transactional
    public boolean freeze(UUID memberId, UUID purchaseId, Map<UUID, Long> offs) {
        return offs.isEmpty() || coupons.freeze(memberId, purchaseId, offs) == offs.size();
    }

    /** These purchases will not be paid: what was frozen with them is free again. */
    @Transactional
    public void thaw(Collection<UUID> purchaseIds) {
        coupons.thaw(purchaseIds);
    }

    /** The purchase is paid: what was frozen with it is used. */
    @Transactional
    public void use(UUID purchaseId) {
        coupons.use(purchaseId);
    }

    /**
     * All lines these coupons were used for are undone, so that they are in hand again; those whose time is over have
     * lapsed. To be called by who undoes the last of their lines.
     */
    @Transactional
    public void giveBack(UUID purchaseId, Set<UUID> couponIds) {
        if (!couponIds.isEmpty()) {
            coupons.giveBack(purchaseId, couponIds);
        }
    }
}
