package terrace.catalog.campaignletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.enrolments.SampleCampaigns;
import terrace.catalog.enrolments.Signing;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** What an organiser writes reaches those it is for, once; and nobody is written to all day long. */
@MicronautTest(transactional = false)
class CampaignLettersTest {
    private static final String TEXT = "新米的包装箱周三统一送到，请提前备好人手。";

    @Inject
    CampaignLetters letters;

    @Inject
    Enrolments enrolments;

    @Inject
    SampleCampaigns samples;

    @Inject
    SampleGoods goods;

    @Inject
    Stock stock;

    @Inject
    Accounts accounts;

    @Inject
    Staff staff;

    @Inject
    Inbox inbox;

    @Inject
    Clock clock;

    private final UUID organiser = Ids.next();
    private UUID shop = organiser;
    private UUID keeper = organiser;
    private UUID packer = organiser;
    private UUID listing = organiser;
    private UUID sku = organiser;
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void aShopWithRice() {
        shop = goods.merchant();
        keeper = colleague(StaffRole.OWNER);
        packer = colleague(StaffRole.PACKER);
        NewListing rice = goods.listing(shop, goods.path().getLast().id(), 10_000);
        goods.publishAll(List.of(rice));
        listing = rice.id();
        sku = rice.skus().getFirst().id();
        stock.receive(sku, 100, "");
        start = clock.now().plus(Duration.ofDays(1));
    }

    @Test
    void shops_in_a_campaign_are_told_once_and_only_those_who_keep_its_goods() {
        Campaign campaign = campaign(CampaignRules.NONE);
        UUID id = Ids.next();
        assertThat(letters.send(campaign, id, Audience.ENROLLED, TEXT, organiser))
                .isEqualTo(new Sending.Nobody());
        enrolled(campaign);
        assertThat(letters.reach(campaign, Audience.ENROLLED)).isEqualTo(1);
        assertThat(letters.send(campaign, id, Audience.ENROLLED, "太短", organiser))
                .isEqualTo(new Sending.TextWrong());
        assertThat(letters.send(campaign, id, Audience.ENROLLED, TEXT, organiser))
                .isEqualTo(new Sending.Sent());
        assertThat(letters.send(campaign, id, Audience.ENROLLED, TEXT, organiser))
                .isEqualTo(new Sending.Sent());
        assertThat(letters.of(campaign.id())).singleElement().satisfies(letter -> {
            assertThat(letter.told()).isZero();
            assertThat(letter.shops()).isEqualTo(1);
        });
        allTold();
        allTold();
        assertThat(letters.of(campaign.id()).getFirst().told()).isEqualTo(1);
        assertThat(inbox.of(keeper, null, 10, false).messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains(TEXT, campaign.title());
            assertThat(message.path()).isEqualTo("/merchant/enrolments/campaigns/" + campaign.id());
        });
        assertThat(inbox.of(packer, null, 10, false).messages()).isEmpty();
    }

    @Test
    void an_invitation_goes_to_shops_with_goods_from_there_that_are_not_in_it() {
        Campaign here = campaign(new CampaignRules(0, 0, List.of("5325"), 0, 0));
        Campaign elsewhere = campaign(new CampaignRules(0, 0, List.of("99"), 0, 0));
        assertThat(letters.reach(elsewhere, Audience.INVITED)).isZero();
        int before = letters.reach(here, Audience.INVITED);
        assertThat(letters.send(here, Ids.next(), Audience.INVITED, TEXT, organiser))
                .isEqualTo(new Sending.Sent());
        allTold();
        assertThat(inbox.of(keeper, null, 10, false).messages()).hasSize(1);
        enrolled(here);
        assertThat(before).isPositive();
        assertThat(letters.send(here, Ids.next(), Audience.INVITED, TEXT, organiser))
                .isNotEqualTo(new Sending.Closed());
        allTold();
        assertThat(inbox.of(keeper, null, 10, false).messages())
                .as("who has enrolled is not asked again")
                .hasSize(1);
        Campaign over = samples.campaign(
                clock.now().minus(Duration.ofDays(2)), clock.now().minus(Duration.ofDays(1)));
        assertThat(letters.send(over, Ids.next(), Audience.INVITED, TEXT, organiser))
                .isEqualTo(new Sending.Closed());
    }

    @Test
    void no_more_go_out_in_a_day_than_may_however_many_press_at_once() throws Exception {
        Campaign campaign = campaign(CampaignRules.NONE);
        enrolled(campaign);
        Callable<Sending> one = () -> letters.send(campaign, Ids.next(), Audience.ENROLLED, TEXT, organiser);
        try (var hands = Executors.newFixedThreadPool(8)) {
            List<Sending> sent = hands.invokeAll(Collections.nCopies(8, one)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(sent.stream().filter(Sending.Sent.class::isInstance)).hasSize(CampaignLetters.A_DAY_MAX);
            assertThat(sent.stream().filter(Sending.Enough.class::isInstance)).hasSize(8 - CampaignLetters.A_DAY_MAX);
        }
        assertThat(letters.of(campaign.id())).hasSize(CampaignLetters.A_DAY_MAX);
    }

    private void allTold() {
        boolean more = true;
        while (more) {
            more = letters.tellSome();
        }
    }

    private Campaign campaign(CampaignRules rules) {
        return samples.campaign(start, start.plus(Duration.ofDays(1)), rules);
    }

    private void enrolled(Campaign campaign) {
        var form = SampleCampaigns.form(campaign, listing, Map.of(sku, new Wanted(8_000, 10)));
        assertThat(enrolments.sign(shop, form, organiser).orElseThrow()).isInstanceOf(Signing.Signed.class);
    }

    private UUID colleague(StaffRole role) {
        Registration made = accounts.create(Ids.next() + "@example.com", "terraces at dawn", "小红", Set.of(Role.MEMBER));
        UUID account = ((Registration.Registered) made).account().id();
        staff.join(shop, account, role);
        return account;
    }
}
