package terrace.search.signals;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.sales.BasketSold;
import terrace.marketplace.clock.Clock;

/** What members do with goods: noted off the request path, in PostgreSQL alone. */
@Singleton
public class Signals {
    /** Everything here is forgotten after this. */
    public static final Duration KEPT = Duration.ofDays(180);

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final SignalRows rows;
    private final SignalQueue queue;
    private final Listings listings;
    private final Clock clock;

    Signals(SignalRows rows, SignalQueue queue, Listings listings, Clock clock) {
        this.rows = rows;
        this.queue = queue;
        this.listings = listings;
        this.clock = clock;
    }

    /**
     * Notes what a member did; it is written within a second or two. Those above the limit of a minute, and those that
     * find the queue full, are dropped: a market does not wait for its statistics.
     *
     * @return how many were taken
     */
    public int tell(UUID memberId, List<Signal> signals) {
        return queue.offer(memberId, signals);
    }

    /** Writes what waits, now. Returns how many signals were new. */
    public int flush() {
        int written = 0;
        for (List<Signal> batch = queue.next(); !batch.isEmpty(); batch = queue.next()) {
            written += keep(batch);
        }
        return written;
    }

    /** Writes these now: those of goods on the shelf, of members who let it be kept, each once. */
    @Transactional
    public int keep(Collection<Signal> signals) {
        Set<UUID> known = listings
                .cardsByIds(signals.stream().map(Signal::listingId).distinct().toList())
                .stream()
                .map(ListingCard::id)
                .collect(Collectors.toSet());
        List<Signal> good = signals.stream()
                .filter(signal -> known.contains(signal.listingId()))
                .toList();
        return good.isEmpty() ? 0 : rows.keep(good);
    }

    /** A member's latest, newest first. */
    @Connectable
    public List<Signal> recent(UUID memberId, Duration back, int limit) {
        return rows.recent(memberId, clock.now().minus(back), limit);
    }

    /** Goods paid for together: the basket without whose it was, and of the member that they bought. */
    @Transactional
    public void sold(BasketSold basket) {
        rows.keepBasket(basket);
        rows.keep(basket.listingIds().stream()
                .map(listing -> new Signal(
                        Derived.id(basket.basketId(), listing),
                        basket.memberId(),
                        Signal.Kind.BUY,
                        listing,
                        0,
                        basket.at()))
                .toList());
    }

    /** Deletes one piece of what is too old; zero when nothing is left to delete. */
    @Transactional
    public int forgetOld() {
        return rows.forgetOlder(clock.now().minus(KEPT), FORGOTTEN_AT_ONCE);
    }
}
