package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Handouts;
import terrace.orders.bazaar.Shopping;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.Purchases;

/** The example of the books' specification, to the fen: two merchants, three coupons, a donation, a commission. */
@MicronautTest(transactional = false)
@Property(name = "terrace.charity", value = "the-charity")
class WorkedExampleTest {
    private static final URI BACK = URI.create("http://localhost/purchases/1");
    private static final int FIVE_PERCENT = 500;

    @Inject
    Checkout checkout;

    @Inject
    Coupons coupons;

    @Inject
    Purchases purchases;

    @Inject
    Payments payments;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Ledger ledger;

    @Inject
    Merchants merchants;

    @Inject
    Partners partners;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Handouts handouts;

    private Member member = new Member(Ids.next(), Ids.next());

    @Test
    void it_is_paid_posted_and_accepted_to_the_fen() {
        partners.define(new NewPartner("the-charity", "基金会", "A foundation"));
        member = bazaar.member();
        UUID first = merchant();
        UUID second = merchant();
        Goods hundred = bazaar.goods(first, bazaar.tariff(first, 800, 0), 10_000, 500, 5);
        Goods fifty = bazaar.goods(second, bazaar.tariff(second, 0, 0), 5_000, 500, 5);
        UUID organiser = handouts.organiser();
        Set<UUID> three = threeCoupons(first, organiser);
        long platform = ledger.balance(Account.promoPlatform());
        long charity = ledger.balance(Account.donation("the-charity"));
        PlaceOrder form = shopping.form(member, Map.of(hundred, 1, fifty, 1), new Extras(three, 0, 200));
        assertThat(form.expectedTotalFen()).isEqualTo(14_200);
        assertThat(checkout.place(form)).isEqualTo(new Placement.Placed(form.purchaseId()));
        pay(form.purchaseId());

        Purchase purchase = purchases.ofMember(member.id(), form.purchaseId()).orElseThrow();
        assertThat(purchase.dueFen()).isEqualTo(14_200);
        Order s1 = of(purchase, first);
        Order s2 = of(purchase, second);
        assertThat(List.of(s1.cashFen(), s2.cashFen())).containsExactly(9_448L, 4_552L);
        assertThat(ledger.balance(Account.escrow(s1.id()))).isEqualTo(10_300);
        assertThat(ledger.balance(Account.escrow(s2.id()))).isEqualTo(5_000);
        assertThat(ledger.balance(Account.promoPlatform())).isEqualTo(platform - 1_000);
        assertThat(ledger.balance(Account.promoOrganiser(organiser))).isZero();
        assertThat(ledger.balance(Account.donation("the-charity"))).isEqualTo(charity + 200);
        assertThat(s1.lines().getFirst()).satisfies(WorkedExampleTest::sharesMakeUpTheLine);
        assertThat(coupons.ofMember(member.id()).stream().map(Coupon::standing)).containsOnly(Coupon.Standing.USED);
        accept(first, s1);
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    private void accept(UUID merchant, Order order) {
        fulfilment.ship(merchant, order.number(), Courier.ZTO, "780000000001");
        fulfilment.accept(member.id(), order.number());
        fulfilment.accept(member.id(), order.number());
        assertThat(ledger.balance(Account.available(merchant))).isEqualTo(9_825);
        assertThat(ledger.balance(Account.escrow(order.id()))).isZero();
    }

    private Set<UUID> threeCoupons(UUID merchant, UUID organiser) {
        CostShare merchants = CostShare.ofMerchant(merchant);
        CostShare organisers = CostShare.ofOrganiser(organiser);
        return Set.of(
                handouts.claimed(member, handouts.batch(CouponKind.GOODS, 500, 500, merchants, Set.of())),
                handouts.coupon(member, 1_000),
                handouts.claimed(member, handouts.batch(CouponKind.PEOPLE, 300, 300, organisers, Set.of(member.id()))));
    }

    private void pay(UUID purchase) {
        UUID payment = ((PaymentStart.Started) payments.start(Purchases.PAYABLE_KIND, purchase, BACK)).paymentId();
        bank.pay(payment);
        assertThat(payments.resolve(payment)).isInstanceOf(PaymentView.Taken.class);
    }

    private static void sharesMakeUpTheLine(OrderLine line) {
        assertThat(line.discountFen()).isEqualTo(500);
        assertThat(line.subsidyFen()).isEqualTo(655 + 197);
        assertThat(line.shares()).hasSize(3);
    }

    private static Order of(Purchase purchase, UUID merchant) {
        return purchase.orders().stream()
                .filter(order -> order.merchantId().equals(merchant))
                .findFirst()
                .orElseThrow();
    }

    private UUID merchant() {
        return merchants
                .open(new NewMerchant(
                        "m-" + Ids.next(),
                        "红河合作社",
                        Merchant.Kind.COOPERATIVE,
                        "532529",
                        "",
                        FIVE_PERCENT,
                        "张三",
                        "6217000010000000001"))
                .id();
    }
}
