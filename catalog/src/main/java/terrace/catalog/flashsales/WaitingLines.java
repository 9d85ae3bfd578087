package terrace.catalog.flashsales;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.stock.Bucket;
import terrace.catalog.stock.Buckets;
import terrace.marketplace.clock.Clock;

/**
 * Who comes next when somebody does not pay. The first in line is offered what came back, for a short time; nobody from
 * outside gets it before. Everything locks the bucket first.
 */
@Singleton
public class WaitingLines {
    /** So long a piece is kept for the one whose turn it is. */
    public static final Duration OFFERED_FOR = Duration.ofMinutes(5);

    /** More people than this wait for nothing. */
    public static final int WAITING_MAX = 500;

    private final FlashRows offers;
    private final WaitingRows rows;
    private final Buckets buckets;
    private final Clock clock;

    WaitingLines(FlashRows offers, WaitingRows rows, Buckets buckets, Clock clock) {
        this.offers = offers;
        this.rows = rows;
        this.buckets = buckets;
        this.clock = clock;
    }

    /** Stands in line; safe to repeat. Empty when there is no such offer. */
    @Transactional
    public Optional<Queueing> join(UUID offerId, UUID memberId) {
        Optional<FlashOffer> known = offers.byId(offerId);
        return known.map(offer -> {
            Bucket bucket = buckets.locked(offerId).orElseThrow();
            if (!offer.openAt(clock.now()) || bucket.closed() || bucket.pieces() == 0) {
                return new Queueing.Over();
            }
            if (rows.hasOne(offerId, memberId)) {
                return new Queueing.HasOne();
            }
            if (rows.places(memberId, Set.of(offerId)).containsKey(offerId)) {
                return new Queueing.InLine();
            }
            if (bucket.free() > 0) {
                return new Queueing.NotNeeded();
            }
            if (rows.count(offerId) >= WAITING_MAX) {
                return new Queueing.Full(WAITING_MAX);
            }
            if (rows.join(offerId, memberId)) {
                buckets.wait(offerId, 1);
            }
            return new Queueing.InLine();
        });
    }

    /** Leaves the line, or gives a place up; nothing happens to those who are in none. */
    @Transactional
    public void leave(UUID offerId, UUID memberId) {
        if (buckets.locked(offerId).isPresent() && rows.leave(offerId, memberId)) {
            buckets.wait(offerId, -1);
        }
    }

    /** Where somebody stands, by offer. */
    @Connectable
    public Map<UUID, Place> places(UUID memberId, Collection<UUID> offerIds) {
        return offerIds.isEmpty() ? Map.of() : rows.places(memberId, offerIds);
    }

    /**
     * For checkout, before stock is held: places that are kept for members become pieces for anybody, which they hold
     * in the same transaction, the buckets locked between. Nothing happens without a place.
     *
     * @param claims by member, the flash sales in the basket
     * @param before what must be locked before buckets; asked only where there is a place
     */
    @Transactional
    public void claimAll(Map<UUID, Set<UUID>> claims, Collection<UUID> bucketIds, Runnable before) {
        Map<UUID, Set<UUID>> kept = rows.kept(claims);
        if (kept.isEmpty()) {
            return;
        }
        before.run();
        bucketIds.stream().sorted().distinct().forEach(buckets::locked);
        kept.forEach((memberId, offerIds) -> offerIds.forEach(offerId -> {
            if (rows.claim(offerId, memberId)) {
                buckets.wait(offerId, -1);
            }
        }));
    }

    /** By SKU, the members for whom a piece of it is kept; SKUs of which none is are left out. */
    @Connectable
    public Map<UUID, Set<UUID>> keptBySku(Collection<UUID> skuIds) {
        return rows.keptBySku(skuIds);
    }

    /** Of these offers, those of which a piece is kept for the member. */
    @Connectable
    public Set<UUID> kept(UUID memberId, Collection<UUID> offerIds) {
        return rows.places(memberId, offerIds).entrySet().stream()
                .filter(place -> place.getValue().offeredUntil() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Offers with somebody in line. */
    @Connectable
    List<UUID> awaited() {
        return offers.awaited();
    }

    /** Gives up places nobody took, and keeps what is free for the next; answers them. */
    @Transactional
    List<UUID> moveUp(UUID offerId) {
        Bucket bucket = buckets.locked(offerId).orElseThrow();
        int lapsed = rows.lapse(offerId);
        if (lapsed > 0) {
            buckets.wait(offerId, -lapsed);
        }
        long places = bucket.closed() ? 0 : bucket.unsold() - rows.offered(offerId);
        return places <= 0 ? List.of() : rows.offer(offerId, places, OFFERED_FOR.toSeconds());
    }
}
