package terrace.search.ranking;

import java.time.Duration;
import terrace.catalog.listings.ListingCard;
import terrace.marketplace.clock.Clock;

/**
 * What speaks for one of several goods that fit equally well: sales, stock, freshness, what a person likes and what
 * operators wish. Altogether at most {@link #MOST}, so that what fits less, by more than that, never stands higher.
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

    public Signals(Clock clock) {
        this.clock = clock;
    }

    /**
     * Between nothing and {@link #MOST}.
     *
     * @param more what a person likes and operators wish, taken for at most 1 and at least -1
     */
    public double of(ListingCard card, long publishedAt, double more) {
        double own = SOLD * Math.min(1, Math.log1p((double) card.sold()) / Math.log1p(SOLD_ENOUGH))
                + (card.inStock() ? IN_STOCK : 0)
                + (clock.now().toEpochMilli() - publishedAt < FRESH_MILLIS ? FRESH : 0);
        return MOST * Math.clamp(own + Math.clamp(more, -1, 1), 0, 1);
    }
}
