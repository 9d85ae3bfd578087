package terrace.catalog.enrolments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import terrace.catalog.enrolments.Enrolment.State;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.stock.Drift;
import terrace.catalog.stock.Stock;
import terrace.catalog.stock.StockCheck;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** Two at the enrolment desk at the same moment. */
@MicronautTest(transactional = false)
class EnrolmentsAtOnceTest {
    private static final int TIMES = 5;

    @Inject
    Enrolments enrolments;

    @Inject
    Campaigns campaigns;

    @Inject
    SampleCampaigns samples;

    @Inject
    SampleGoods goods;

    @Inject
    Stock stock;

    @Inject
    StockCheck check;

    @Inject
    Clock clock;

    private final UUID organiser = Ids.next();
    private UUID merchant = organiser;
    private UUID listing = organiser;
    private UUID sku = organiser;

    @BeforeEach
    void aHundredPieces() {
        merchant = goods.merchant();
        NewListing rice = goods.listing(merchant, goods.path().getLast().id(), 10_000);
        goods.publishAll(List.of(rice));
        listing = rice.id();
        sku = rice.skus().getFirst().id();
        stock.receive(sku, 100, "");
    }

    @RepeatedTest(TIMES)
    void a_listing_signed_twice_at_once_is_in_the_campaign_once() throws Exception {
        Campaign campaign = campaign();
        List<Signing> both = both(
                () -> enrolments.sign(merchant, form(campaign), organiser).orElseThrow(),
                () -> enrolments.sign(merchant, form(campaign), organiser).orElseThrow());
        assertThat(both).hasAtLeastOneElementOfType(Signing.Signed.class);
        assertThat(both).hasAtLeastOneElementOfType(Signing.Refused.class);
        assertThat(enrolments.ofCampaign(campaign.id(), 10)).hasSize(1);
        assertThat(free()).isEqualTo(60);
    }

    @RepeatedTest(TIMES)
    void who_leaves_while_being_approved_has_left() throws Exception {
        Campaign campaign = campaign();
        Enrolment signed = signed(campaign);
        both(
                () -> enrolments.approve(campaign.id(), signed.id(), organiser).isPresent(),
                () -> enrolments.withdraw(merchant, signed.id()).isPresent());
        assertThat(enrolments.byId(signed.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(campaigns.asItStands(campaign.id()).orElseThrow().listingIds())
                .doesNotContain(listing);
        assertThat(free()).isEqualTo(100);
    }

    @RepeatedTest(TIMES)
    void of_two_organisers_who_say_yes_and_no_one_is_heard() throws Exception {
        Campaign campaign = campaign();
        Enrolment signed = signed(campaign);
        List<Review> both = both(
                () -> enrolments.approve(campaign.id(), signed.id(), organiser).orElseThrow(),
                () -> enrolments
                        .refuse(campaign.id(), signed.id(), "备货不足", organiser)
                        .orElseThrow());
        assertThat(both).containsExactlyInAnyOrder(new Review.Done(signed.id()), new Review.Over(signed.id()));
        boolean in = enrolments.byId(signed.id()).orElseThrow().state() == State.APPROVED;
        assertThat(campaigns
                        .asItStands(campaign.id())
                        .orElseThrow()
                        .listingIds()
                        .contains(listing))
                .isEqualTo(in);
        assertThat(free()).isEqualTo(in ? 60 : 100);
        assertThat(check.drift(true)).isEqualTo(new Drift(0, null));
    }

    @RepeatedTest(TIMES)
    void two_campaigns_that_approve_the_same_goods_at_once_do_not_both_get_them() throws Exception {
        Campaign one = campaign();
        Campaign other = campaign();
        Enrolment first = signed(one);
        Enrolment second = signed(other);
        List<Review> both = both(
                () -> enrolments.approve(one.id(), first.id(), organiser).orElseThrow(),
                () -> enrolments.approve(other.id(), second.id(), organiser).orElseThrow());
        assertThat(both).hasAtLeastOneElementOfType(Review.Done.class);
        assertThat(both).hasAtLeastOneElementOfType(Review.Clash.class);
    }

    private static <T> List<T> both(Callable<T> one, Callable<T> other) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(2)) {
            return pool.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private Campaign campaign() {
        Instant start = clock.now().plus(Duration.ofDays(1));
        return samples.campaign(start, start.plus(Duration.ofDays(1)));
    }

    private NewEnrolment form(Campaign campaign) {
        return SampleCampaigns.form(campaign, listing, Map.of(sku, new Wanted(8_000, 40)));
    }

    private Enrolment signed(Campaign campaign) {
        return ((Signing.Signed)
                        enrolments.sign(merchant, form(campaign), organiser).orElseThrow())
                .enrolment();
    }

    private long free() {
        return stock.onSale(Set.of(sku)).getOrDefault(sku, 0L);
    }
}
