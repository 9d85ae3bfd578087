package terrace.orders.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import terrace.orders.bazaar.PaidSales;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Dispatch;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.orders.reversals.Reversals;
import terrace.orders.reversals.Reversing;

@MicronautTest(transactional = false)
class CallingOffTest {
    @Inject
    CallingOff callingOff;

    @Inject
    Goodwill goodwill;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Purchases purchases;

    @Inject
    Reversals reversals;

    @Inject
    Bazaar bazaar;

    @Inject
    PaidSales sales;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100);
    }

    @AfterEach
    void sound() {
        // what this test sent is accepted, so that others do not find it due
        clock.shift(Fulfilment.ACCEPTANCE_WINDOW.plusMinutes(1));
        fulfilment.acceptDue();
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    private OrderState state(Order order) {
        return purchases
                .orderOfMember(member.id(), order.number())
                .orElseThrow()
                .state();
    }

    @Test
    void a_member_calls_a_paid_order_off_once_and_everything_goes_back() {
        Order order = sales.paid(member, rice, 3);
        assertThat(bazaar.onSale(rice)).isEqualTo(97);
        assertThat(callingOff.byMember(bazaar.member().id(), order.number())).isEmpty();
        List<Optional<CalledOff>> all =
                Bazaar.atOnce(Collections.nCopies(12, () -> callingOff.byMember(member.id(), order.number())));
        assertThat(all).containsOnly(Optional.of(new CalledOff.Done()));
        assertThat(state(order)).isEqualTo(OrderState.CANCELLED);
        assertThat(bazaar.onSale(rice)).isEqualTo(100);
        assertThat(ledger.balance(Account.escrow(order.id()))).isZero();
        assertThat(reversals.ofOrders(List.of(order.id())).get(order.id()))
                .singleElement()
                .satisfies(reversal -> assertThat(reversal.cashFen()).isEqualTo(3 * 1_250 + 800));
        assertThat(fulfilment.ship(merchant, order.number(), Courier.SF, PaidSales.TRACKING))
                .contains(new Dispatch.NotToShip(OrderState.CANCELLED));
    }

    @Test
    void what_is_on_its_way_is_not_called_off() {
        Order order = sales.paid(member, rice, 1);
        sales.ship(order);
        assertThat(callingOff.byMember(member.id(), order.number())).contains(new CalledOff.NotNow(OrderState.SHIPPED));
        assertThat(bazaar.onSale(rice)).isEqualTo(99);
    }

    @Test
    void calling_off_and_sending_at_once_do_one_of_the_two() {
        List<Order> orders = new ArrayList<>();
        List<Callable<Object>> race = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            Order order = sales.paid(member, rice, 1);
            orders.add(order);
            race.add(() -> callingOff.byMember(member.id(), order.number()));
            race.add(() -> fulfilment.ship(merchant, order.number(), Courier.SF, PaidSales.TRACKING));
        }
        Bazaar.atOnce(race);
        long off = 0;
        for (Order order : orders) {
            boolean cancelled = state(order) == OrderState.CANCELLED;
            off += cancelled ? 1 : 0;
            assertThat(ledger.balance(Account.escrow(order.id()))).isEqualTo(cancelled ? 0 : order.totalFen());
            assertThat(state(order)).isIn(OrderState.CANCELLED, OrderState.SHIPPED);
        }
        assertThat(bazaar.onSale(rice)).isEqualTo(100 - orders.size() + off);
    }

    @Test
    void a_merchant_who_cannot_send_says_why() {
        Order order = sales.paid(member, rice, 1);
        UUID actor = Ids.next();
        assertThat(callingOff.byMerchant(merchant, order.number(), actor, "  "))
                .contains(new CalledOff.ReasonMissing());
        assertThat(callingOff.byMerchant(bazaar.merchant(), order.number(), actor, "hail"))
                .isEmpty();
        assertThat(callingOff.byMerchant(merchant, order.number(), actor, "hail"))
                .contains(new CalledOff.Done());
        assertThat(bazaar.number(
                        "select count(*) from marketplace.message where account_id = ? and source = ?",
                        member.id(),
                        "called-off:" + order.id()))
                .isEqualTo(1);
    }

    @Test
    void a_merchant_gives_a_part_back_once_however_often_it_is_sent() {
        Order order = sales.paid(member, rice, 2);
        sales.accept(order);
        UUID key = Ids.next();
        List<Optional<Reversing>> all = Bazaar.atOnce(Collections.nCopies(
                8, () -> goodwill.give(merchant, order.number(), key, 1, 500, "late", member.id())));
        assertThat(all.stream().distinct()).hasSize(1);
        assertThat(reversals.left(order.id()).get(1)).isEqualTo(2_000);
        assertThat(goodwill.give(merchant, order.number(), Ids.next(), 1, 2_001, "late", member.id()))
                .contains(new Reversing.TooMuch(1, 2_000));
        assertThat(goodwill.give(bazaar.merchant(), order.number(), Ids.next(), 1, 1, "late", member.id()))
                .isEmpty();
    }
}
