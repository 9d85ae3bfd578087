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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.SkuOffer;
import terrace.catalog.stock.Drift;
import terrace.catalog.stock.Holding;
import terrace.catalog.stock.Stock;
import terrace.catalog.stock.StockCheck;
import terrace.catalog.stock.Taking;
import terrace.catalog.stock.Wish;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** From a signature to the end of a price; the clock is set by hand. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class EnrolmentsTest {
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
    StockCheck check;

    @Inject
    Clock clock;

    private final UUID organiser = Ids.next();
    private UUID merchant = Ids.next();
    private UUID listing = merchant;
    private UUID sku = merchant;
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void aHundredPiecesAtAPrice() {
        clock.shift(Duration.ofDays(-50));
        merchant = goods.merchant();
        NewListing rice = goods.listing(merchant, goods.path().getLast().id(), 10_000);
        goods.publishAll(List.of(rice));
        listing = rice.id();
        sku = rice.skus().getFirst().id();
        stock.receive(sku, 100, "");
        clock.shift(Duration.ZERO);
        start = clock.now().plus(DAY);
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void a_price_begins_and_ends_by_the_clock_and_unsold_stock_comes_back() {
        Campaign campaign = campaign(CampaignRules.NONE);
        Enrolment signed = approved(campaign, 8_000, 40);
        assertThat(signed.state()).isEqualTo(Enrolment.State.APPROVED);
        assertThat(price()).isEqualTo(10_000);
        assertThat(free()).isEqualTo(60);

        clock.shift(DAY.plusMinutes(1));
        assertThat(price()).isEqualTo(8_000);
        assertThat(free()).isEqualTo(40);
        assertThat(listings.published(listing).orElseThrow().card().priceFen()).isEqualTo(8_000);
        assertThat(listings.published(listing).orElseThrow().wasFen()).isEqualTo(10_000);
        assertThat(listings.cardsByIds(List.of(listing)).getFirst().priceFen()).isEqualTo(8_000);
        assertThat(listings.cardsByIds(List.of(listing)).getFirst().wasFen()).isEqualTo(10_000);
        assertThat(listings.byIds(Set.of(listing))
                        .values()
                        .iterator()
                        .next()
                        .card()
                        .priceFen())
                .isEqualTo(10_000);
        UUID paid = buy(5);
        assertThat(stock.take(paid)).isEqualTo(new Taking.Taken());
        UUID unpaid = buy(3);
        assertThat(free()).isEqualTo(32);

        clock.shift(DAY.multipliedBy(3));
        assertThat(price()).isEqualTo(10_000);
        assertThat(free()).isEqualTo(60);
        samples.turnAll();
        assertThat(free()).isEqualTo(92);
        stock.release(unpaid);
        samples.turnAll();
        assertThat(free()).isEqualTo(95);
        assertThat(enrolments.byId(signed.id()).orElseThrow().state()).isEqualTo(Enrolment.State.OVER);
        assertThat(check.drift(true)).isEqualTo(new Drift(0, null));
    }

    @Test
    void what_a_campaign_cost_counts_as_a_price_that_was() {
        approved(campaign(CampaignRules.NONE), 6_000, 40);
        clock.shift(DAY.multipliedBy(3));
        assertThat(listings.lowestPrice(sku)).hasValue(6_000);
        assertThat(listings.isReduction(sku, 7_000)).isFalse();
        listings.changePrice(sku, 7_000);
        assertThat(listings.wasPrices(Set.of(sku))).isEmpty();
        clock.shift(Duration.ofDays(40));
        assertThat(listings.lowestPrice(sku)).hasValue(7_000);
    }

    @Test
    void a_price_cut_before_the_start_is_no_price_to_compare_with() {
        approved(campaign(CampaignRules.NONE), 6_000, 40);
        listings.changePrice(sku, 7_000);
        listings.changePrice(sku, 20_000);
        clock.shift(DAY.plusMinutes(1));
        assertThat(listings.published(listing).orElseThrow().wasFen()).isEqualTo(7_000);
    }

    @Test
    void each_rule_says_why_not() {
        Campaign campaign = campaign(new CampaignRules(20, 30, List.of("53"), 2, 10));
        assertThat(faults(campaign, 8_001, 10)).containsExactly(Fault.DISCOUNT);
        assertThat(faults(campaign, 10_001, 10)).containsExactly(Fault.PRICE_RANGE);
        assertThat(faults(campaign, 8_000, 9)).containsExactly(Fault.PLEDGE_LEAST);
        assertThat(faults(campaign, 8_000, 101)).containsExactly(Fault.PLEDGE_STOCK);
        listings.changePrice(sku, 7_000);
        listings.changePrice(sku, 10_000);
        assertThat(faults(campaign, 7_001, 10)).containsExactly(Fault.LOWEST);
        assertThat(free()).isEqualTo(100);
        assertThat(enrolments.sign(goods.merchant(), form(campaign, 7_000, 10), organiser))
                .isEmpty();

        assertThat(standing(campaign)).isEmpty();
        listings.withdraw(listing, OffShelfReason.SUSPENDED);
        listings.withdrawAll(Set.of(listing), OffShelfReason.PAPER_EXPIRED, "paper");
        assertThat(standing(campaign)).containsExactlyInAnyOrder(Fault.SUSPENDED, Fault.PAPER_EXPIRED);
        assertThat(standing(campaign(new CampaignRules(0, 0, List.of("42"), 0, 0))))
                .contains(Fault.ORIGIN);
    }

    @Test
    void a_form_sent_twice_is_signed_once_and_a_listing_is_in_a_campaign_once() {
        Campaign campaign = campaign(CampaignRules.NONE);
        NewEnrolment form = form(campaign, 8_000, 40);
        assertThat(signed(form).id()).isEqualTo(signed(form).id());
        assertThat(free()).isEqualTo(60);
        assertThat(refused(form(campaign, 8_000, 10)).faults()).containsExactly(Fault.ENROLLED_ALREADY);
        assertThat(free()).isEqualTo(60);
    }

    @Test
    void what_was_read_is_what_was_signed() {
        NewEnrolment form = form(campaign(CampaignRules.NONE), 8_000, 40);
        NewEnrolment other = new NewEnrolment(
                form.id(), form.campaignId(), listing, false, form.lines(), "王", "条款", form.readSha256());
        assertThat(refused(other).faults()).containsExactlyInAnyOrder(Fault.NAME, Fault.TERMS_CHANGED);
    }

    @Test
    void a_merchant_leaves_before_the_start_and_not_after() {
        Campaign campaign = campaign(CampaignRules.NONE);
        Enrolment enrolment = approved(campaign, 8_000, 40);
        assertThat(enrolments.withdraw(goods.merchant(), enrolment.id())).isEmpty();
        assertThat(enrolments.withdraw(merchant, enrolment.id())).contains(new Withdrawal.Withdrawn());
        assertThat(enrolments.withdraw(merchant, enrolment.id())).contains(new Withdrawal.Withdrawn());
        assertThat(free()).isEqualTo(100);
        assertThat(campaigns.byId(campaign.id()).orElseThrow().listingIds()).doesNotContain(listing);

        Enrolment second = approved(campaign, 8_000, 40);
        assertThat(campaigns.byId(campaign.id()).orElseThrow().listingIds()).contains(listing);
        clock.shift(DAY.plusMinutes(1));
        assertThat(price()).isEqualTo(8_000);
        assertThat(enrolments.withdraw(merchant, second.id())).contains(new Withdrawal.TooLate());
    }

    @Test
    void two_campaigns_never_price_the_same_goods_at_once() {
        Enrolment first = signed(form(campaign(CampaignRules.NONE), 8_000, 10));
        Enrolment second = signed(form(campaign(CampaignRules.NONE), 7_000, 10));
        assertThat(enrolments.rivals(Set.of(first.id())).get(first.id())).containsExactly(second.campaignId());
        assertThat(approve(first)).isEqualTo(new Review.Done(first.id()));
        assertThat(approve(first)).isEqualTo(new Review.Done(first.id()));
        assertThat(enrolments.approve(second.campaignId(), second.id(), organiser))
                .contains(new Review.Clash(second.id(), first.campaignId()));
        assertThat(enrolments.approve(first.campaignId(), second.id(), organiser))
                .isEmpty();
        assertThat(enrolments.refuse(second.campaignId(), second.id(), "与另一活动冲突", organiser))
                .contains(new Review.Done(second.id()));
        assertThat(free()).isEqualTo(90);
        assertThat(refused(form(campaign(CampaignRules.NONE), 7_000, 10)).ofSkus())
                .containsEntry(sku, Set.of(Fault.CLASH));
    }

    @Test
    void nobody_gets_more_than_the_cap() {
        approved(campaign(new CampaignRules(0, 0, List.of(), 3, 0)), 8_000, 40);
        clock.shift(DAY.plusMinutes(1));
        UUID member = Ids.next();
        UUID first = Ids.next();
        assertThat(hold(first, member, 2)).isEqualTo(new Holding.Held());
        assertThat(hold(first, member, 2)).isEqualTo(new Holding.Held());
        assertThat(hold(Ids.next(), member, 2)).isEqualTo(new Holding.Capped(Map.of(sku, 3L)));
        assertThat(free()).isEqualTo(38);
        assertThat(hold(Ids.next(), Ids.next(), 4)).isEqualTo(new Holding.Capped(Map.of(sku, 3L)));
        stock.release(first);
        assertThat(hold(Ids.next(), member, 3)).isEqualTo(new Holding.Held());
        assertThat(free()).isEqualTo(37);
    }

    private Campaign campaign(CampaignRules rules) {
        return samples.campaign(start, start.plus(DAY), rules);
    }

    private NewEnrolment form(Campaign campaign, long fen, long pledge) {
        return SampleCampaigns.form(campaign, listing, Map.of(sku, new Wanted(fen, pledge)));
    }

    private Enrolment signed(NewEnrolment form) {
        return ((Signing.Signed) enrolments.sign(merchant, form, organiser).orElseThrow()).enrolment();
    }

    private Signing.Refused refused(NewEnrolment form) {
        return (Signing.Refused) enrolments.sign(merchant, form, organiser).orElseThrow();
    }

    private Review approve(Enrolment enrolment) {
        return enrolments
                .approve(enrolment.campaignId(), enrolment.id(), organiser)
                .orElseThrow();
    }

    private Enrolment approved(Campaign campaign, long fen, long pledge) {
        Enrolment enrolment = signed(form(campaign, fen, pledge));
        assertThat(approve(enrolment)).isEqualTo(new Review.Done(enrolment.id()));
        return enrolments.byId(enrolment.id()).orElseThrow();
    }

    private Set<Fault> faults(Campaign campaign, long fen, long pledge) {
        return refused(form(campaign, fen, pledge)).ofSkus().getOrDefault(sku, Set.of());
    }

    private Set<Fault> standing(Campaign campaign) {
        return enrolments.standing(merchant, campaign, 10).getFirst().faults();
    }

    private SkuOffer offer() {
        return listings.skusByIds(Set.of(sku)).values().iterator().next();
    }

    private long price() {
        return offer().sku().priceFen();
    }

    private long free() {
        return stock.onSale(Set.of(sku)).getOrDefault(sku, 0L);
    }

    private UUID buy(long pieces) {
        UUID purchase = Ids.next();
        assertThat(hold(purchase, Ids.next(), pieces)).isEqualTo(new Holding.Held());
        return purchase;
    }

    private Holding hold(UUID purchase, UUID member, long pieces) {
        SkuOffer.InCampaign now = Objects.requireNonNull(offer().campaign());
        Wish wish = new Wish(Map.of(sku, pieces), Map.of(), Map.of(sku, now.bucketId()), member);
        return stock.hold(purchase, wish, clock.now().plusSeconds(900));
    }
}
