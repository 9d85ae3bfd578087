package terrace.search.ranking;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import terrace.catalog.listings.ListingCard;
import terrace.marketplace.clock.Clock;

/**
 * What speaks for one of several goods that fit equally well: sales, stock, freshness, and whatever else adds a
 * {@link Bonus}. Altogether at most {@link #MOST}, so that what fits less, by more than that, never stands higher.
 */
public final class Signals {
    /** About what two titles of the same good differ by. */
    public static final double MOST = 0.06;

    private static final double SOLD = 0.5;
    private static final double IN_STOCK = 0.3;
    private static final double FRESH = 0.2;

    /** Who sold so many has the full bonus for sales. */
    private static final double SOLD_ENOUGH = 10_000;

    private static final long FRESH_MILLIS = Duration.ofDays(30).toMillis();

    private final Clock clock;
    private final List<Bonus> more;

    public Signals(Clock clock, List<Bonus> more) {
        this.clock = clock;
        this.more = more;
    }

    /** Between nothing and {@link #MOST}. */
    public double of(ListingCard card, long publishedAt) {
        double own = SOLD * Math.min(1, Math.log1p((double) card.sold()) / Math.log1p(SOLD_ENOUGH))
                + (card.inStock() ? IN_STOCK : 0)
                + (clock.now().toEpochMilli() - publishedAt < FRESH_MILLIS ? FRESH : 0);
        double added =
                more.stream().mapToDouble(bonus -> added(bonus, card.id())).sum();
        return MOST * Math.clamp(own + added, 0, 1);
    }

    private static double added(Bonus bonus, UUID listing) {
        return Math.clamp(bonus.of(listing), -1, 1);
    }
}
