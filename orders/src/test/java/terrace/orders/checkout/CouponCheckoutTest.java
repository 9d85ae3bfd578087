package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.points.Points;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Handouts;
import terrace.orders.bazaar.Shopping;
import terrace.orders.cart.Cart;
import terrace.orders.cart.Carts;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Cancellation;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.purchases.Purchases;
import terrace.orders.refunds.Refunds;

/** A purchase with coupons, points and a donation, from the counter to the books. */
@MicronautTest(transactional = false)
@Property(name = "terrace.charity", value = "the-charity")
class CouponCheckoutTest {
    private static final Duration RUNS = Duration.ofDays(1);
    private static final URI BACK = URI.create("http://localhost/purchases/1");

    @Inject
    Checkout checkout;

    @Inject
    Carts carts;

    @Inject
    Coupons coupons;

    @Inject
    Campaigns campaigns;

    @Inject
    Points points;

    @Inject
    Purchases purchases;

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    Jobs jobs;

    @Inject
    Partners partners;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Handouts handouts;

    @Inject
    Clock clock;

    private Member member = new Member(Ids.next(), Ids.next());
    private Goods rice = new Goods(member.id(), member.id(), member.id(), 0, 0);

    @BeforeEach
    void open() {
        partners.define(new NewPartner("the-charity", "基金会", "A foundation"));
        member = bazaar.member();
        UUID merchant = bazaar.merchant();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 0), 5_000, 500, 50);
    }

    @AfterEach
    void sound() {
        clock.shift(Duration.ZERO);
        bank.heal();
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    @Test
    void what_saves_most_is_chosen_and_a_coupon_is_frozen_with_one_purchase_only() {
        handouts.coupon(member, 300);
        UUID ten = handouts.coupon(member, 1_000);
        PlaceOrder plain = shopping.form(member, Map.of(rice, 1));
        Quote best = checkout.quote(member.id(), cart(), member.addressId(), null, 0, 0);
        assertThat(best.offers().off().couponIds()).containsExactly(ten);
        assertThat(best.dueFen()).isEqualTo(plain.expectedTotalFen() - 1_000);

        Extras extras = new Extras(Set.of(ten), 0, 0);
        List<Callable<Placement>> tabs = IntStream.range(0, 8)
                .<Callable<Placement>>mapToObj(tab -> () -> checkout.place(new PlaceOrder(
                        Ids.next(), member.id(), member.addressId(), plain.skuIds(), Map.of(), extras, best.dueFen())))
                .toList();
        assertThat(Bazaar.atOnce(tabs).stream().filter(Placement.Placed.class::isInstance))
                .hasSize(1);
        assertThat(coupons.ofMember(member.id()).stream().filter(coupon -> coupon.state() == Coupon.State.FROZEN))
                .hasSize(1);
    }

    @Test
    void a_coupon_gone_meanwhile_is_a_changed_price_and_nothing_is_placed() {
        UUID ten = handouts.coupon(member, 1_000);
        PlaceOrder form = shopping.form(member, Map.of(rice, 1), new Extras(Set.of(ten), 0, 0));
        clock.shift(Handouts.VALID.plusDays(1));
        assertThat(checkout.place(form)).isEqualTo(new Placement.PriceChanged(4_800, 5_800));
        clock.shift(Duration.ZERO);
        Member other = bazaar.member();
        PlaceOrder theirs = shopping.form(other, Map.of(rice, 1), new Extras(Set.of(ten), 0, 0));
        assertThat(theirs.expectedTotalFen()).isEqualTo(5_800);
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void a_campaigns_coupon_is_for_its_goods_while_it_runs() {
        UUID merchant = bazaar.merchant();
        Goods other = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 0), 4_000, 500, 50);
        Campaign campaign = campaigns.define(running("c-" + Ids.next(), rice.listingId()));
        UUID batch = handouts.batch(
                CouponKind.GOODS,
                1_000,
                1_000,
                CostShare.ofPlatform(),
                Set.of(),
                new CouponTarget(CouponTarget.Kind.CAMPAIGN, campaign.id()));
        UUID coupon = handouts.claimed(member, batch);
        PlaceOrder others = shopping.form(member, Map.of(other, 1), new Extras(Set.of(coupon), 0, 0));
        assertThat(others.expectedTotalFen()).isEqualTo(4_800);
        PlaceOrder both = shopping.form(member, Map.of(rice, 1, other, 1), new Extras(Set.of(coupon), 0, 0));
        Quote quote = checkout.quote(member.id(), cart(), member.addressId(), null, 0, 0);
        assertThat(quote.offers().off().couponIds()).containsExactly(coupon);
        assertThat(both.expectedTotalFen()).isEqualTo(5_800 + 4_800 - 1_000);

        clock.shift(RUNS);
        campaigns.forget(campaign.id());
        assertThat(checkout.place(both)).isEqualTo(new Placement.PriceChanged(9_600, 10_600));
        clock.shift(Duration.ZERO);
        campaigns.forget(campaign.id());
        Placement placed = checkout.place(both);
        assertThat(placed).isInstanceOf(Placement.Placed.class);
        assertThat(coupons.ofMember(member.id()).getFirst().state()).isEqualTo(Coupon.State.FROZEN);
    }

    private NewCampaign running(String slug, UUID listing) {
        return new NewCampaign(
                slug,
                "红米",
                "Red rice",
                "故事",
                "Story",
                50_000,
                clock.now().minusSeconds(60),
                clock.now().plus(RUNS),
                "",
                "",
                45,
                Campaign.Basis.DECLARED,
                List.of(listing));
    }

    @Test
    void cancelling_thaws_coupon_and_points_once() {
        UUID ten = handouts.coupon(member, 1_000);
        points.earn(Ids.next(), member.id(), 550);
        Extras extras = new Extras(Set.of(ten), 550, 0);
        UUID id = placed(shopping.form(member, Map.of(rice, 1), extras));
        assertThat(points.balance(member.id())).isEqualTo(50);
        assertThat(standing()).containsExactly(Coupon.Standing.FROZEN);
        Callable<Cancellation> cancel = () -> purchases.cancel(member.id(), id).orElseThrow();
        assertThat(Bazaar.atOnce(List.of(cancel, cancel, cancel))).containsOnly(new Cancellation.Cancelled());
        assertThat(points.balance(member.id())).isEqualTo(550);
        assertThat(standing()).containsExactly(Coupon.Standing.USABLE);
        assertThat(placed(shopping.form(member, Map.of(rice, 1), extras))).isNotEqualTo(id);
    }

    @Test
    void time_thaws_coupon_and_points_and_late_money_goes_back_whole() {
        UUID ten = handouts.coupon(member, 1_000);
        points.earn(Ids.next(), member.id(), 500);
        UUID id = placed(shopping.form(member, Map.of(rice, 1), new Extras(Set.of(ten), 500, 0)));
        UUID payment = started(id);
        long due = bank.due(payment);
        assertThat(due).isEqualTo(5_800 - 1_000 - 500);
        clock.shift(Purchases.PAYMENT_WINDOW.plusMinutes(1));
        jobs.run("expire-purchases");
        assertThat(purchases.ofMember(member.id(), id).orElseThrow().state()).isEqualTo(PurchaseState.EXPIRED);
        assertThat(standing()).containsExactly(Coupon.Standing.USABLE);
        assertThat(points.balance(member.id())).isEqualTo(500);
        bank.pay(payment);
        assertThat(payments.resolve(payment)).isEqualTo(new PaymentView.Returned(payment, due, false));
        assertThat(refunds.ofPayment(payment))
                .singleElement()
                .satisfies(refund -> assertThat(refund.fen()).isEqualTo(due));
        assertThat(standing()).containsExactly(Coupon.Standing.USABLE);
        assertThat(points.balance(member.id())).isEqualTo(500);
    }

    @Test
    void points_alone_pay_their_part_from_what_the_platform_owes() {
        points.earn(Ids.next(), member.id(), 10_000);
        PlaceOrder form = shopping.form(member, Map.of(rice, 1), new Extras(Set.of(), 10_000, 0));
        // 99 % of 50.00 in hundreds, and carriage
        assertThat(form.expectedTotalFen()).isEqualTo(5_800 - 4_900);
        long owed = ledger.balance(Account.promoPoints());
        pay(placed(form));
        assertThat(ledger.balance(Account.promoPoints())).isEqualTo(owed - 4_900);
        assertThat(points.balance(member.id())).isEqualTo(5_100);
    }

    @Test
    void more_points_than_there_are_are_a_changed_price() {
        points.earn(Ids.next(), member.id(), 300);
        PlaceOrder form = shopping.form(member, Map.of(rice, 1), new Extras(Set.of(), 300, 0));
        PlaceOrder lie = new PlaceOrder(
                form.purchaseId(),
                member.id(),
                member.addressId(),
                form.skuIds(),
                Map.of(),
                new Extras(Set.of(), 400, 0),
                form.expectedTotalFen() - 100);
        assertThat(checkout.place(lie)).isInstanceOf(Placement.PriceChanged.class);
        assertThat(points.balance(member.id())).isEqualTo(300);
        assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
    }

    private List<Coupon.Standing> standing() {
        return coupons.ofMember(member.id()).stream().map(Coupon::standing).toList();
    }

    private Cart cart() {
        return carts.cart(member.id());
    }

    private UUID placed(PlaceOrder form) {
        return ((Placement.Placed) checkout.place(form)).purchaseId();
    }

    private UUID started(UUID purchase) {
        return ((PaymentStart.Started) payments.start(Purchases.PAYABLE_KIND, purchase, BACK)).paymentId();
    }

    private PaymentView pay(UUID purchase) {
        UUID payment = started(purchase);
        bank.pay(payment);
        return payments.resolve(payment);
    }
}
