package terrace.catalog.enrolments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.SkuOffer;
import terrace.catalog.listings.SkuOffer.Borne;
import terrace.catalog.stock.Stock;
import terrace.catalog.stock.Wish;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** What others than the merchant bear of a campaign's prices, and the budget it comes from. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class BudgetPartsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    Enrolments enrolments;

    @Inject
    Campaigns campaigns;

    @Inject
    SampleCampaigns samples;

    @Inject
    SampleGoods goods;

    @Inject
    Listings listings;

    @Inject
    Stock stock;

    @Inject
    Clock clock;

    private final UUID owner = Ids.next();
    private UUID merchant = Ids.next();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void longAgo() {
        clock.shift(Duration.ofDays(-50));
        merchant = goods.merchant();
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void an_approved_pledge_is_set_aside_of_the_budget_until_nobody_can_pay_at_its_price() {
        UUID sku = listed();
        Campaign campaign = shared(12_000);
        Enrolment enrolment = signed(campaign, sku, 8_000, 10);
        // Of 20 yuan off, three tenths and two tenths.
        Borne borne = new Borne(600, 400, owner);
        assertThat(enrolment.lines().getFirst().borne()).isEqualTo(borne);
        assertThat(left(campaign)).isEqualTo(12_000);
        assertThat(approve(enrolment)).isEqualTo(new Review.Done(enrolment.id()));
        assertThat(approve(enrolment)).isEqualTo(new Review.Done(enrolment.id()));
        assertThat(left(campaign)).isEqualTo(2_000);

        Enrolment more = signed(campaign, listedNow(), 8_000, 3);
        assertThat(approve(more)).isEqualTo(new Review.OverBudget(more.id(), 3_000, 2_000));
        assertThat(enrolments.byId(more.id()).orElseThrow().state()).isEqualTo(Enrolment.State.SIGNED);

        clock.shift(DAY.plusMinutes(1));
        SkuOffer.InCampaign running = Objects.requireNonNull(offer(sku).campaign());
        assertThat(offer(sku).sku().priceFen()).isEqualTo(8_000);
        assertThat(running.borne()).isEqualTo(borne);
        UUID purchase = Ids.next();
        Wish wish = new Wish(Map.of(sku, 2L), Map.of(), Map.of(sku, running.bucketId()), Ids.next());
        stock.hold(purchase, wish, clock.now().plus(DAY.multipliedBy(3)));
        clock.shift(DAY.multipliedBy(2).plusMinutes(2));
        samples.turnAll();
        assertThat(left(campaign)).isEqualTo(2_000);
        stock.take(purchase);
        samples.turnAll();
        assertThat(left(campaign)).isEqualTo(12_000);
    }

    @Test
    void who_leaves_gives_the_budget_back() {
        UUID sku = listed();
        Campaign campaign = shared(12_000);
        Enrolment enrolment = signed(campaign, sku, 8_000, 12);
        approve(enrolment);
        assertThat(left(campaign)).isZero();
        assertThat(enrolments.withdraw(merchant, enrolment.id())).contains(new Withdrawal.Withdrawn());
        assertThat(enrolments.withdraw(merchant, enrolment.id())).contains(new Withdrawal.Withdrawn());
        assertThat(left(campaign)).isEqualTo(12_000);
    }

    @Test
    void at_once_the_budget_is_promised_only_once() throws Exception {
        UUID one = listed();
        UUID other = listed();
        Campaign campaign = shared(15_000);
        List<Enrolment> both = List.of(signed(campaign, one, 8_000, 10), signed(campaign, other, 8_000, 10));
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Review> reviews = pool
                    .invokeAll(both.stream()
                            .<Callable<Review>>map(enrolment -> () -> approve(enrolment))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(reviews).hasAtLeastOneElementOfType(Review.Done.class);
            assertThat(reviews).hasAtLeastOneElementOfType(Review.OverBudget.class);
        }
        assertThat(left(campaign)).isEqualTo(5_000);
    }

    @Test
    void nobody_is_paid_for_lowering_a_price_that_was_raised_for_it() {
        UUID sku = listed();
        listings.changePrice(sku, 20_000);
        Campaign campaign = shared(100_000);
        assertThat(signed(campaign, sku, 9_000, 10).lines().getFirst().borne()).isEqualTo(new Borne(300, 200, owner));
        UUID dear = listed();
        assertThat(signed(campaign, dear, 10_000, 10).lines().getFirst().borne())
                .isEqualTo(Borne.NOTHING);
    }

    @Test
    void what_is_no_reduction_any_more_is_not_paid_for() {
        UUID sku = listed();
        approve(signed(shared(12_000), sku, 8_000, 10));
        listings.changePrice(sku, 8_700);
        clock.shift(DAY.plusMinutes(1));
        assertThat(Objects.requireNonNull(offer(sku).campaign()).borne()).isEqualTo(new Borne(600, 100, owner));
        listings.changePrice(sku, 7_000);
        assertThat(Objects.requireNonNull(offer(sku).campaign()).borne().fen()).isZero();
    }

    /** At a hundred yuan for fifty days, a hundred pieces of it; the clock stands at today. */
    private UUID listed() {
        clock.shift(Duration.ofDays(-50));
        UUID sku = listedNow();
        clock.shift(Duration.ZERO);
        start = clock.now().plus(DAY);
        return sku;
    }

    private UUID listedNow() {
        NewListing rice = goods.listing(merchant, goods.path().getLast().id(), 10_000);
        goods.publishAll(List.of(rice));
        UUID sku = rice.skus().getFirst().id();
        stock.receive(sku, 100, "");
        return sku;
    }

    /** Three tenths by the platform, two by the organiser. */
    private Campaign shared(long budgetFen) {
        return samples.shared(samples.campaign(start, start.plus(DAY)), owner, budgetFen, 3_000, 2_000);
    }

    private Enrolment signed(Campaign campaign, UUID sku, long fen, long pledge) {
        NewEnrolment form =
                SampleCampaigns.form(campaign, offer(sku).listingId(), Map.of(sku, new Wanted(fen, pledge)));
        return ((Signing.Signed) enrolments.sign(merchant, form, Ids.next()).orElseThrow()).enrolment();
    }

    private Review approve(Enrolment enrolment) {
        return enrolments
                .approve(enrolment.campaignId(), enrolment.id(), Ids.next())
                .orElseThrow();
    }

    private long left(Campaign campaign) {
        return campaigns.asItStands(campaign.id()).orElseThrow().budget().leftFen();
    }

    private SkuOffer offer(UUID sku) {
        return listings.skusByIds(Set.of(sku)).values().iterator().next();
    }
}
