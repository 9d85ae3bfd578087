package terrace.search.ranking;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
        double own = sold(card) + inStock(card) + fresh(publishedAt);
        return MOST * Math.clamp(own + Math.clamp(more, -1, 1), 0, 1);
    }

    /** The same, part by part; altogether they may come to more than counts. */
    public List<Worth> partsOf(ListingCard card, long publishedAt, double more) {
        return Stream.of(
                        new Worth("sold", MOST * sold(card)),
                        new Worth("stock", MOST * inStock(card)),
                        new Worth("fresh", MOST * fresh(publishedAt)),
                        new Worth("wished", MOST * Math.clamp(more, -1, 1)))
                .filter(part -> part.adds() != 0)
                .toList();
    }

    private static double sold(ListingCard card) {
        return SOLD * Math.min(1, Math.log1p((double) card.sold()) / Math.log1p(SOLD_ENOUGH));
    }

    private static double inStock(ListingCard card) {
        return card.inStock() ? IN_STOCK : 0;
    }

    private double fresh(long publishedAt) {
        return clock.now().toEpochMilli() - publishedAt < FRESH_MILLIS ? FRESH : 0;
    }
}
