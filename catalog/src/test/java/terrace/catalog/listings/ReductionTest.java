package terrace.catalog.listings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;

/** What may be called a reduction. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class ReductionTest {
    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Inject
    Clock clock;

    private UUID sku = new UUID(0, 0);

    @BeforeEach
    void longAgo() {
        clock.shift(Duration.ofDays(-100));
        sku = goods.sku();
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void the_price_before_is_the_lowest_of_thirty_days() {
        at(-20, 9900);
        at(-10, 5900);
        at(-2, 5000);
        assertThat(was()).isEqualTo(Map.of(sku, 5900L));
        assertThat(listings.isReduction(sku, 4999)).isTrue();
        assertThat(listings.isReduction(sku, 5000)).isFalse();
    }

    @Test
    void raising_a_price_to_lower_it_again_is_no_reduction() {
        at(-5, 9900);
        at(-1, 6250);
        assertThat(was()).isEmpty();
        assertThat(listings.isReduction(sku, 6300)).isFalse();
    }

    @Test
    void a_low_price_of_long_ago_counts_no_more_and_one_that_has_held_is_no_reduction() {
        at(-40, 9900);
        at(-3, 8000);
        assertThat(was()).isEqualTo(Map.of(sku, 9900L));
        at(28, 8000);
        assertThat(was()).isEmpty();
    }

    @Test
    void what_was_never_sold_for_another_price_was_never_dearer() {
        clock.shift(Duration.ZERO);
        assertThat(was()).isEmpty();
        assertThat(listings.isReduction(sku, 6249)).isTrue();
    }

    @Test
    void what_a_draft_was_to_cost_is_no_price_before() {
        clock.shift(Duration.ofDays(-9));
        NewListing draft = goods.listing(goods.path().getLast().id(), 9900);
        listings.draft(draft);
        sku = draft.skus().getFirst().id();
        at(-8, 5900);
        clock.shift(Duration.ofDays(-7));
        listings.publish(draft.id());
        assertThat(was()).isEmpty();
        at(-2, 5000);
        assertThat(was()).isEqualTo(Map.of(sku, 5900L));
        assertThat(listings.lowestPrice(sku)).hasValue(5000L);
    }

    @Test
    void a_card_shows_the_price_before_for_thirty_days_and_never_after_a_rise() {
        at(-3, 5000);
        clock.shift(Duration.ZERO);
        assertThat(card().wasFen()).isEqualTo(6250);
        assertThat(listings.published(card().id()).orElseThrow().card()).isEqualTo(card());
        clock.shift(Duration.ofDays(28));
        assertThat(card().wasFen()).isNull();
        at(29, 7000);
        assertThat(card().wasFen()).isNull();
        at(30, 6000);
        assertThat(card().wasFen()).isNull();
    }

    private ListingCard card() {
        UUID listing =
                listings.skusByIds(Set.of(sku)).values().iterator().next().listingId();
        return listings.cardsByIds(List.of(listing)).getFirst();
    }

    private Map<UUID, Long> was() {
        return listings.wasPrices(Set.of(sku));
    }

    private void at(int day, long fen) {
        clock.shift(Duration.ofDays(day));
        listings.changePrice(sku, fen);
    }
}
