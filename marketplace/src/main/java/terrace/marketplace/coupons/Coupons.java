package terrace.marketplace.coupons;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.vault.Token;

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
 *     <td>what is left of the goods it is for; of a campaign's coupon these are the goods that the campaign sells
 *     at that moment, and none while it is paused or when it is over</td></tr>
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

    /** More at once would only queue for the row of the same batch. */
    private static final int CLAIMING_AT_ONCE = 4;

    private final Semaphore turnstile = new Semaphore(CLAIMING_AT_ONCE, true);
    private final CouponRows coupons;
    private final BatchRows batches;
    private final TransactionOperations<Connection> transactions;

    Coupons(CouponRows coupons, BatchRows batches, TransactionOperations<Connection> transactions) {
        this.coupons = coupons;
        this.batches = batches;
        this.transactions = transactions;
    }

    /**
     * Claims one coupon of a batch; its face value is reserved from the batch's budget at that moment.
     *
     * @param couponId minted when the page was shown, so that a wish sent twice is one coupon
     */
    public Claiming claim(UUID memberId, UUID batchId, UUID couponId) {
        return claim(memberId, batchId, couponId, null);
    }

    /**
     * As above. Looks first without a lock, since in a rush most come too late and must not wait for those who did not;
     * then takes turns for the batch, few at once, so that a rush leaves connections to everybody else. Opens its own
     * transaction.
     *
     * @param device the browser it is claimed with, for batches that count those
     */
    public Claiming claim(UUID memberId, UUID batchId, UUID couponId, @Nullable UUID device) {
        Wish wish = new Wish(memberId, batchId, couponId, device);
        Optional<Claiming> told = transactions.executeRead(status -> told(wish, Giving.Way::claimed));
        if (told.isPresent()) {
            return told.get();
        }
        turnstile.acquireUninterruptibly();
        try {
            return transactions.executeWrite(status -> taken(wish, Giving.Way::claimed));
        } finally {
            turnstile.release();
        }
    }

    /** Gives one coupon of a batch that is come by in another way; whether that was done is for the caller to know. */
    @Transactional
    public Claiming give(Giving.Way way, UUID memberId, UUID batchId, UUID couponId, @Nullable UUID device) {
        return taken(new Wish(memberId, batchId, couponId, device), way::equals);
    }

    private Claiming taken(Wish wish, Predicate<Giving.Way> way) {
        batches.lock(wish.batchId());
        return told(wish, way).orElseGet(() -> {
            int held = door(wish).orElseThrow().held();
            coupons.add(wish.couponId(), wish.batchId(), wish.memberId(), held + 1, wish.browser());
            return new Claiming.Claimed(wish.couponId());
        });
    }

    private Optional<BatchRows.Door> door(Wish wish) {
        return batches.door(wish.batchId(), wish.memberId(), wish.couponId(), wish.browser());
    }

    private record Wish(
            UUID memberId,
            UUID batchId,
            UUID couponId,
            @Nullable UUID device) {

        byte @Nullable [] browser() {
            return device == null ? null : Token.hash(device.toString());
        }
    }

    /** What is said without giving one; empty when one may be given. */
    private Optional<Claiming> told(Wish wish, Predicate<Giving.Way> way) {
        Optional<BatchRows.Door> found = door(wish);
        if (found.isEmpty() || !way.test(found.get().way())) {
            return Optional.of(new Claiming.NotOpen());
        }
        BatchRows.Door door = found.get();
        if (door.holder() != null) {
            return Optional.of(
                    door.holder().equals(wish.memberId())
                            ? new Claiming.Claimed(wish.couponId())
                            : new Claiming.NotOpen());
        }
        if (!door.meant()) {
            return Optional.of(new Claiming.NotForYou());
        }
        if (door.held() >= door.perPerson()) {
            return Optional.of(new Claiming.HasAll(door.perPerson()));
        }
        if (!door.open()) {
            return Optional.of(new Claiming.NotOpen());
        }
        if (door.perDevice() != null && door.here() >= door.perDevice()) {
            return Optional.of(new Claiming.DeviceHasAll(door.perDevice()));
        }
        return door.enough() ? Optional.empty() : Optional.of(new Claiming.UsedUp());
    }

    /** Batches of a way that are open now or will be within a day, those that open first in front. */
    @Connectable
    public List<Batch> ofWay(Giving.Way way) {
        return batches.ofWay(way, OFFERED_MAX);
    }

    /** Batches of a campaign that anybody can claim, now or later, those that open first in front. */
    @Connectable
    public List<Batch> ofCampaign(String slug) {
        return batches.ofCampaign(slug, OFFERED_MAX);
    }

    /** What a member's coupons have taken off what they bought, in fen. */
    @Connectable
    public long savedFen(UUID memberId) {
        return coupons.saved(memberId);
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
