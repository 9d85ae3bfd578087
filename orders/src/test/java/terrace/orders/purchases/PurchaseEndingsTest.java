package terrace.orders.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.payment.PayableOutcome;
import terrace.orders.payment.PayableOutcome.Accepted;
import terrace.orders.payment.PayableOutcome.EscrowShare;
import terrace.orders.payment.PayableOutcome.Reason;
import terrace.orders.payment.PayableOutcome.Refused;

/** Paid, cancelled or lapsed: one of the three, once, and the stock follows. */
@MicronautTest(transactional = false)
class PurchaseEndingsTest {
    private static final Duration TOO_LATE = Purchases.PAYMENT_WINDOW.plusSeconds(1);

    @Inject
    Purchases purchases;

    @Inject
    PurchaseExpiry expiry;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Clock clock;

    private Member member = new Member(Ids.next(), Ids.next());
    private Goods rice = new Goods(member.id(), member.id(), member.id(), 0, 0);

    @BeforeEach
    void open() {
        member = bazaar.member();
        rice = goods(50);
        expiry.expireDue();
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    private Goods goods(long onHand) {
        UUID merchant = bazaar.merchant();
        return bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, onHand);
    }

    @Test
    void money_opens_the_orders_takes_the_stock_and_is_split_over_the_merchants() {
        Goods tea = goods(50);
        UUID id = shopping.place(member, Map.of(rice, 2, tea, 3));
        PayableOutcome outcome = shopping.pay(id, Ids.next());
        Purchase purchase = purchases.ofMember(member.id(), id).orElseThrow();
        assertThat(purchase.state()).isEqualTo(PurchaseState.PAID);
        assertThat(purchase.orders()).extracting(Order::state).containsOnly(OrderState.TO_SHIP);
        assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.shares())
                    .extracting(EscrowShare::merchantId)
                    .containsExactlyInAnyOrder(rice.merchantId(), tea.merchantId());
            assertThat(accepted.shares().stream().mapToLong(EscrowShare::fen).sum())
                    .isEqualTo(purchase.totalFen());
        });
        assertThat(bazaar.onSale(rice)).isEqualTo(48);
        assertThat(bazaar.onSale(tea)).isEqualTo(47);
        assertThat(events("purchase.paid", id)).isEqualTo(1);
    }

    @Test
    void the_same_payment_told_again_is_the_same_and_another_one_goes_back() {
        UUID id = shopping.place(member, Map.of(rice, 2));
        UUID payment = Ids.next();
        PayableOutcome first = shopping.pay(id, payment);
        assertThat(shopping.pay(id, payment)).isEqualTo(first);
        assertThat(shopping.pay(id, Ids.next())).isEqualTo(new Refused(Reason.ALREADY_PAID));
        assertThat(bazaar.onSale(rice)).isEqualTo(48);
        assertThat(events("purchase.paid", id)).isEqualTo(1);
        assertThat(purchases.cancel(member.id(), id)).contains(new Cancellation.AlreadyPaid());
    }

    @Test
    void cancelling_gives_the_stock_back_once_however_often_and_quickly_it_is_asked() {
        UUID id = shopping.place(member, Map.of(rice, 5));
        assertThat(bazaar.onSale(rice)).isEqualTo(45);
        Callable<Optional<Cancellation>> cancel = () -> purchases.cancel(member.id(), id);
        assertThat(Bazaar.atOnce(Collections.nCopies(10, cancel)))
                .containsOnly(Optional.of(new Cancellation.Cancelled()));
        assertThat(bazaar.onSale(rice)).isEqualTo(50);
        Purchase purchase = purchases.ofMember(member.id(), id).orElseThrow();
        assertThat(purchase.state()).isEqualTo(PurchaseState.CANCELLED);
        assertThat(purchase.orders()).extracting(Order::state).containsOnly(OrderState.CANCELLED);
        assertThat(shopping.pay(id, Ids.next())).isEqualTo(new Refused(Reason.CANCELLED));
        assertThat(bazaar.onSale(rice)).isEqualTo(50);
    }

    @Test
    void unpaid_for_a_quarter_of_an_hour_is_over_and_late_money_goes_back() {
        UUID id = shopping.place(member, Map.of(rice, 5));
        clock.shift(Purchases.PAYMENT_WINDOW.minusMinutes(2));
        expiry.expireDue();
        assertThat(purchases.ofMember(member.id(), id).orElseThrow().state()).isEqualTo(PurchaseState.AWAITING_PAYMENT);
        clock.shift(TOO_LATE);
        assertThat(expiry.expireDue()).isPositive();
        assertThat(expiry.expireDue()).isZero();
        assertThat(purchases.ofMember(member.id(), id).orElseThrow().state()).isEqualTo(PurchaseState.EXPIRED);
        assertThat(bazaar.onSale(rice)).isEqualTo(50);
        assertThat(shopping.pay(id, Ids.next())).isEqualTo(new Refused(Reason.TOO_LATE));
        assertThat(purchases.cancel(member.id(), id)).contains(new Cancellation.Lapsed());
        assertThat(bazaar.onSale(rice)).isEqualTo(50);
        assertThat(purchases.lock(id).orElseThrow().open()).isFalse();
    }

    @Test
    void one_that_cannot_lapse_keeps_back_no_other() {
        Goods tea = goods(50);
        UUID before = shopping.place(member, Map.of(rice, 1));
        UUID sick = shopping.place(member, Map.of(tea, 1));
        UUID after = shopping.place(member, Map.of(rice, 1));
        bazaar.change("update catalog.stock set held = held - 1 where sku_id = ?", tea.skuId());
        clock.shift(TOO_LATE);
        expiry.expireDue();
        assertThat(List.of(before, sick, after))
                .extracting(
                        id -> purchases.ofMember(member.id(), id).orElseThrow().state())
                .containsExactly(PurchaseState.EXPIRED, PurchaseState.AWAITING_PAYMENT, PurchaseState.EXPIRED);
        assertThat(bazaar.onSale(rice)).isEqualTo(50);
        bazaar.change("update catalog.stock set held = held + 1 where sku_id = ?", tea.skuId());
        expiry.expireDue();
        assertThat(purchases.ofMember(member.id(), sick).orElseThrow().state()).isEqualTo(PurchaseState.EXPIRED);
        assertThat(bazaar.onSale(tea)).isEqualTo(50);
    }

    @Test
    void more_than_fit_into_one_look_lapse_together() {
        Goods tea = goods(1_000);
        List<Callable<UUID>> placing = new ArrayList<>();
        for (int count = 0; count < 250; count++) {
            placing.add(() -> shopping.place(bazaar.member(), Map.of(tea, 1)));
        }
        List<UUID> ids = Bazaar.atOnce(placing);
        clock.shift(TOO_LATE);
        assertThat(expiry.expireDue()).isGreaterThanOrEqualTo(ids.size());
        assertThat(bazaar.onSale(tea)).isEqualTo(1_000);
    }

    @Test
    void payment_and_time_and_change_of_mind_race_and_one_of_them_wins() {
        int rounds = 25;
        List<UUID> ids = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ids.add(shopping.place(member, Map.of(rice, 2)));
        }
        clock.shift(TOO_LATE);
        List<Callable<Boolean>> race = new ArrayList<>();
        for (UUID id : ids) {
            race.add(() -> shopping.pay(id, Ids.next()) instanceof Accepted);
            race.add(() -> purchases.cancel(member.id(), id).orElseThrow() instanceof Cancellation.Cancelled);
            race.add(() -> expiry.expireDue() < 0);
        }
        List<Boolean> won = Bazaar.atOnce(race);
        expiry.expireDue();
        long paid = 0;
        for (int round = 0; round < rounds; round++) {
            Purchase purchase = purchases.ofMember(member.id(), ids.get(round)).orElseThrow();
            assertThat(won.get(round * 3)).isEqualTo(purchase.state() == PurchaseState.PAID);
            assertThat(won.get(round * 3 + 1)).isEqualTo(purchase.state() == PurchaseState.CANCELLED);
            assertThat(purchase.state()).isNotEqualTo(PurchaseState.AWAITING_PAYMENT);
            assertThat(purchase.orders())
                    .extracting(Order::state)
                    .containsOnly(purchase.state() == PurchaseState.PAID ? OrderState.TO_SHIP : OrderState.CANCELLED);
            paid += purchase.state() == PurchaseState.PAID ? 1 : 0;
        }
        assertThat(bazaar.onSale(rice)).isEqualTo(50 - 2 * paid);
    }

    @Test
    void what_was_agreed_cannot_be_rewritten_nor_removed() {
        UUID id = shopping.place(member, Map.of(rice, 1));
        for (String change : List.of(
                "update orders.purchase set total_fen = 1, goods_fen = 1, freight_fen = 0 where id = ?",
                "update orders.customer_order set freight_fen = 0 where purchase_id = ?",
                "update orders.purchase set member_id = gen_random_uuid() where id = ?",
                "delete from orders.customer_order where purchase_id = ?",
                "delete from orders.purchase where id = ?",
                "delete from orders.state_step where ?::uuid is not null")) {
            assertThatThrownBy(() -> bazaar.change(change, id))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private long events(String name, UUID purchaseId) {
        return bazaar.number(
                "select count(*) from marketplace.event where name = ? and payload ->> 'purchaseId' = ?",
                name,
                purchaseId.toString());
    }
}
