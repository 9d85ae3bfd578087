package terrace.search.ranking;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.marketplace.clock.Clock;
import terrace.search.indexing.IndexedCard;

/**
 * What speaks for one of several goods that fit equally well: sales, what buyers say, stock, that it is sent to where
 * the shopper lives, freshness, what a person likes and what operators wish. Altogether at most {@link #MOST}, so that
 * what fits less, by more than that, never stands higher; .decisions/0022.
 */
public final class Signals {
    /** About what two titles of the same good differ by. */
    public static final double MOST = 0.06;

    private static final double SOLD = 0.35;
    private static final double RATED = 0.25;
    private static final double IN_STOCK = 0.2;
    private static final double SENT_HOME = 0.1;
    private static final double FRESH = 0.1;

    /** Who sold so many has the full bonus for sales. */
    private static final double SOLD_ENOUGH = 10_000;

    /** Goods are taken for ones with so many reviews more, of so many stars: a few say little, none is no reproach. */
    private static final double REVIEWS_USUAL = 10;

    private static final double STARS_USUAL = 4.5;

    /** What has no more stars than that on average has nothing of the bonus. */
    private static final double STARS_LEAST = 3;

    private static final double STARS_MOST = 5;
    private static final long FRESH_MILLIS = Duration.ofDays(30).toMillis();

    private final Clock clock;
    private final Predicate<UUID> sentHome;

    /** @param sentHome whether what travels by a template comes to where the shopper lives; false where nobody knows */
    public Signals(Clock clock, Predicate<UUID> sentHome) {
        this.clock = clock;
        this.sentHome = sentHome;
    }

    /**
     * Between nothing and {@link #MOST}.
     *
     * @param more what a person likes and operators wish, taken for at most 1 and at least -1
     */
    public double of(IndexedCard card, double more) {
        double own = sold(card) + rated(card) + inStock(card) + sentHome(card) + fresh(card);
        return MOST * Math.clamp(own + Math.clamp(more, -1, 1), 0, 1);
    }

    /** The same, part by part; altogether they may come to more than counts. */
    public List<Worth> partsOf(IndexedCard card, double more) {
        return Stream.of(
                        new Worth("sold", MOST * sold(card)),
                        new Worth("rated", MOST * rated(card)),
                        new Worth("stock", MOST * inStock(card)),
                        new Worth("home", MOST * sentHome(card)),
                        new Worth("fresh", MOST * fresh(card)),
                        new Worth("wished", MOST * Math.clamp(more, -1, 1)))
                .filter(part -> part.adds() != 0)
                .toList();
    }

    private static double sold(IndexedCard card) {
        return SOLD * Math.min(1, Math.log1p((double) card.sold()) / Math.log1p(SOLD_ENOUGH));
    }

    /** A Bayesian mean: one review of five stars is less than many of nearly five. */
    private static double rated(IndexedCard card) {
        Rating rating = card.rating();
        double stars = (REVIEWS_USUAL * STARS_USUAL + rating.stars()) / (REVIEWS_USUAL + rating.count());
        return RATED * Math.clamp((stars - STARS_LEAST) / (STARS_MOST - STARS_LEAST), 0, 1);
    }

    private static double inStock(IndexedCard card) {
        return card.inStock() ? IN_STOCK : 0;
    }

    private double sentHome(IndexedCard card) {
        return sentHome.test(card.freight()) ? SENT_HOME : 0;
    }

    private double fresh(IndexedCard card) {
        return clock.now().toEpochMilli() - card.publishedAt() < FRESH_MILLIS ? FRESH : 0;
    }
}
