package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.enrolments.Enrolment;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.organising.CampaignPlan;
import terrace.marketplace.organising.CheckItem;
import terrace.marketplace.organising.Checking;
import terrace.marketplace.organising.NewPlan;
import terrace.marketplace.organising.Plans;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.FlashStall;
import terrace.orders.bazaar.Handouts;
import terrace.orders.bazaar.Shopping;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.BooksReport;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Bearer;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.promotions.CampaignFunds;
import terrace.orders.promotions.CampaignOpening;
import terrace.orders.promotions.FundState;
import terrace.orders.promotions.PromoFunds;
import terrace.orders.purchases.LineShare;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.Purchases;
import terrace.orders.returns.CalledOff;
import terrace.orders.returns.CallingOff;

/** What platform and organisers bear of campaigns' prices, from the fund to the merchant and back. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class CampaignMoneyTest {
    private static final URI BACK = URI.create("http://localhost/purchases/1");
    private static final long FUND_FEN = 2_000_000;
    private static final EnumSet<CheckItem> ALL = EnumSet.allOf(CheckItem.class);

    @Inject
    FlashStall stall;

    @Inject
    Handouts handouts;

    @Inject
    PromoFunds funds;

    @Inject
    CampaignFunds money;

    @Inject
    Plans plans;

    @Inject
    Campaigns campaigns;

    @Inject
    Checkout checkout;

    @Inject
    Purchases purchases;

    @Inject
    Payments payments;

    @Inject
    CallingOff callingOff;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    BooksCheck books;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Clock clock;

    /** What tests before did to the books on purpose. */
    private List<BooksReport.Finding> leftByOthers = List.of();

    private UUID organiser = Ids.next();
    private UUID merchant = organiser;
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void fundsAndGoods() {
        organiser = handouts.organiser();
        funds.payIn(Ids.next(), null, FUND_FEN, Ids.next());
        funds.payIn(Ids.next(), organiser, FUND_FEN, Ids.next());
        merchant = bazaar.merchant();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 0), 10_000, 500, 100);
        leftByOthers = books.check(true).findings();
    }

    @AfterEach
    void sound() {
        bank.heal();
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    @Test
    void the_buyer_pays_the_campaigns_price_and_others_their_part_of_what_the_merchant_gets() {
        Enrolment enrolment = stall.shared(merchant, rice, false, 8_000, 20, organiser);
        long ours = ledger.balance(Account.promoPlatform());
        Member member = bazaar.member();
        PlaceOrder form = shopping.form(member, Map.of(rice, 2));
        assertThat(form.expectedTotalFen()).isEqualTo(2 * 8_000 + 800);
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
        pay(form.purchaseId(), 2 * 8_000 + 800);

        Order order = purchases
                .ofMember(member.id(), form.purchaseId())
                .orElseThrow()
                .orders()
                .getFirst();
        OrderLine line = order.lines().getFirst();
        assertThat(line.priceFen()).isEqualTo(9_000);
        assertThat(line.cashFen()).isEqualTo(16_000);
        assertThat(line.shares())
                .containsExactlyInAnyOrder(
                        new LineShare(Bearer.PLATFORM, null, null, enrolment.campaignId(), 1_200),
                        new LineShare(Bearer.ORGANISER, organiser, null, enrolment.campaignId(), 800));
        assertThat(ledger.balance(Account.escrow(order.id()))).isEqualTo(18_800);
        assertThat(ledger.balance(Account.promoPlatform())).isEqualTo(ours - 1_200);
        assertThat(ledger.balance(Account.promoOrganiser(organiser))).isEqualTo(FUND_FEN - 800);
        assertThat(money.spentFen(enrolment.campaignId())).isEqualTo(2_000);
        // Of a budget of 1,000,000 two fifths are the organiser's.
        assertThat(funds.state(organiser)).isEqualTo(new FundState(FUND_FEN - 800, 400_000 - 800));
        assertThat(books.check(true).findings()).isEqualTo(leftByOthers);

        assertThat(callingOff.byMember(member.id(), order.number())).contains(new CalledOff.Done());
        assertThat(callingOff.byMember(member.id(), order.number())).contains(new CalledOff.Done());
        assertThat(ledger.balance(Account.escrow(order.id()))).isZero();
        assertThat(ledger.balance(Account.promoPlatform())).isEqualTo(ours);
        assertThat(ledger.balance(Account.promoOrganiser(organiser))).isEqualTo(FUND_FEN);
        assertThat(books.check(true).findings()).isEqualTo(leftByOthers);
    }

    @Test
    void coupons_take_off_what_is_left_and_unpaid_pieces_cost_nobody_anything() {
        stall.shared(merchant, rice, false, 8_000, 20, organiser);
        Member member = bazaar.member();
        UUID coupon = handouts.coupon(member, 1_000);
        PlaceOrder form = shopping.form(member, Map.of(rice, 1), new Extras(Set.of(coupon), 0, 0));
        assertThat(form.expectedTotalFen()).isEqualTo(8_000 - 1_000 + 800);
        long ours = ledger.balance(Account.promoPlatform());
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
        pay(form.purchaseId(), 7_800);
        assertThat(ledger.balance(Account.promoPlatform())).isEqualTo(ours - 1_000 - 600);

        UUID unpaid = shopping.place(bazaar.member(), Map.of(rice, 1));
        assertThat(unpaid).isNotNull();
        assertThat(ledger.balance(Account.promoPlatform())).isEqualTo(ours - 1_600);
        assertThat(books.check(true).findings()).isEqualTo(leftByOthers);
    }

    @Test
    void a_campaign_opens_only_with_its_money_in_the_funds_and_keeps_it() {
        UUID poor = handouts.organiser();
        Organiser runs = new Organiser(bazaar.member().id(), poor);
        UUID operator = bazaar.member().id();
        UUID id = handedIn(runs);
        assertThat(money.open(operator, Ids.next(), 1, ALL)).isEmpty();
        assertThat(money.open(operator, id, 1, ALL)).contains(new CampaignOpening.OrganiserShort(6_000, 0));
        funds.payIn(operator, poor, 6_000, Ids.next());
        assertThat(money.open(operator, id, 1, Set.of()))
                .hasValueSatisfying(opening -> assertThat(opening).isInstanceOf(CampaignOpening.Checked.class));
        assertThat(funds.state(poor)).isEqualTo(new FundState(6_000, 0));
        var opened = Bazaar.atOnce(List.<Callable<CampaignOpening>>of(
                () -> money.open(operator, id, 1, ALL).orElseThrow(),
                () -> money.open(operator, id, 1, ALL).orElseThrow()));
        assertThat(opened)
                .containsExactlyInAnyOrder(
                        new CampaignOpening.Checked(new Checking.Decided(CampaignState.OPEN)),
                        new CampaignOpening.Checked(new Checking.NotWaiting()));
        assertThat(campaigns.asItStands(id).orElseThrow().budget().funded()).isTrue();
        assertThat(funds.state(poor)).isEqualTo(new FundState(6_000, 6_000));
        UUID second = handedIn(runs);
        assertThat(money.open(operator, second, 1, ALL)).contains(new CampaignOpening.OrganiserShort(6_000, 0));
    }

    /** A budget of 100 yuan, three fifths the organiser's. */
    private UUID handedIn(Organiser organiser) {
        UUID id = Ids.next();
        Instant start = clock.now().plus(Duration.ofDays(2));
        plans.begin(organiser, new NewPlan(id, "c-" + id, "红米", "Red rice", start, start.plus(Duration.ofDays(5))));
        CampaignPlan plan = CampaignPlan.of(campaigns.asItStands(id).orElseThrow());
        plans.save(
                organiser,
                id,
                0,
                plan.aiming(new CampaignGoal(50_000, 0, 0), 45)
                        .ruled(CampaignRules.NONE, new CampaignBudget(10_000, 0, 2_000, 3_000, 5_000))
                        .told("哈尼梯田的红米差一点没人种了，这是第一批新米，都在这里。", "The red rice was nearly given up.", plan.blocks()));
        plans.handIn(organiser, id);
        return id;
    }

    private void pay(UUID purchase, long due) {
        UUID payment = ((PaymentStart.Started) payments.start(Purchases.PAYABLE_KIND, purchase, BACK)).paymentId();
        assertThat(bank.due(payment)).isEqualTo(due);
        bank.pay(payment);
        payments.resolve(payment);
    }
}
