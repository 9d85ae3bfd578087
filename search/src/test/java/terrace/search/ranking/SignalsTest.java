package terrace.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.marketplace.clock.Clock;
import terrace.search.indexing.IndexedCard;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class SignalsTest {
    private static final UUID SENT = new UUID(0, 1);
    private static final UUID KEPT = new UUID(0, 2);

    @Inject
    Clock clock;

    @Test
    void many_good_reviews_are_more_than_one_and_none_is_no_reproach() {
        assertThat(List.of(
                        rated(50, 50),
                        rated(1, 1),
                        rated(0, 0),
                        rated(1, 5),
                        rated(20, 98),
                        rated(200, 980),
                        rated(200, 1_000)))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_sent_home_is_more_than_what_is_not() {
        assertThat(of(card(Rating.NONE, 0, true, SENT), 0)).isGreaterThan(of(card(Rating.NONE, 0, true, KEPT), 0));
        assertThat(signals().partsOf(card(Rating.NONE, 0, true, KEPT), 0))
                .extracting(Worth::part)
                .containsExactly("rated", "stock", "fresh");
    }

    @Test
    void all_together_reaches_the_bound_and_no_more() {
        IndexedCard best = card(new Rating(100_000, 500_000), 100_000, true, SENT);
        assertThat(of(best, 0)).isCloseTo(Signals.MOST, within(1e-4));
        assertThat(of(best, 5)).isEqualTo(Signals.MOST);
        assertThat(of(best, -5)).isZero();
        assertThat(of(card(new Rating(9, 9), 0, false, KEPT), -1)).isZero();
    }

    @Test
    void the_parts_are_the_whole() {
        IndexedCard card = card(new Rating(7, 31), 300, true, SENT);
        double sum =
                signals().partsOf(card, 0.1).stream().mapToDouble(Worth::adds).sum();
        assertThat(of(card, 0.1)).isCloseTo(sum, within(1e-9));
        assertThat(signals().partsOf(card, 0.1))
                .extracting(Worth::part)
                .containsExactly("sold", "rated", "stock", "home", "fresh", "wished");
    }

    @Test
    void what_is_long_on_the_shelf_is_not_fresh() {
        IndexedCard now = card(Rating.NONE, 0, true, SENT);
        clock.shift(Duration.ofDays(31));
        try {
            assertThat(signals().partsOf(now, 0)).extracting(Worth::part).doesNotContain("fresh");
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    private Signals signals() {
        return new Signals(clock, SENT::equals);
    }

    private double of(IndexedCard card, double more) {
        return signals().of(card, more);
    }

    private double rated(long count, long stars) {
        return of(card(new Rating(count, stars), 0, true, SENT), 0);
    }

    private IndexedCard card(Rating rating, long sold, boolean inStock, UUID freight) {
        return new IndexedCard(
                new UUID(0, 9),
                "红米",
                new UUID(0, 8),
                "532529",
                "rice-sack",
                3_900,
                2_500,
                780,
                sold,
                rating,
                inStock,
                clock.now().toEpochMilli(),
                freight);
    }
}
