package terrace.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
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
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;

@MicronautTest(transactional = false)
class FulfilmentTest {
    private static final String TRACKING = "SF1234567890123";

    @Inject
    Fulfilment fulfilment;

    @Inject
    Purchases purchases;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Escrow escrow;

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
        fulfilment.acceptDue();
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    private Order bought() {
        Order order = shopping.order(member, rice);
        escrow.fill(order);
        return order;
    }

    @Test
    void an_order_is_sent_once_however_often_it_is_said() {
        Order order = bought();
        Optional<Dispatch> first = fulfilment.ship(merchant, order.number(), Courier.SF, " sf1234567890123 ");
        assertThat(first).containsInstanceOf(Dispatch.Shipped.class);
        assertThat(fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING))
                .isEqualTo(first);
        assertThat(fulfilment.ship(merchant, order.number(), Courier.EMS, "EA123456789CN"))
                .containsInstanceOf(Dispatch.ShippedOtherwise.class);
        Order shipped = purchases.orderOfMember(member.id(), order.number()).orElseThrow();
        assertThat(shipped.state()).isEqualTo(OrderState.SHIPPED);
        assertThat(shipped.shipment()).isNotNull().satisfies(shipment -> {
            assertThat(shipment.trackingNumber()).isEqualTo(TRACKING);
            assertThat(shipment.acceptBy()).isEqualTo(shipment.shippedAt().plus(Fulfilment.ACCEPTANCE_WINDOW));
        });
        assertThat(events("order.shipped", order)).isEqualTo(1);
    }

    @Test
    void what_is_not_paid_not_ones_own_or_misnumbered_is_not_sent() {
        UUID unpaid = shopping.place(member, Map.of(rice, 1));
        String number = purchases
                .ofMember(member.id(), unpaid)
                .orElseThrow()
                .orders()
                .getFirst()
                .number();
        assertThat(fulfilment.ship(merchant, number, Courier.SF, TRACKING))
                .contains(new Dispatch.NotToShip(OrderState.AWAITING_PAYMENT));
        Order order = bought();
        assertThat(fulfilment.ship(bazaar.merchant(), order.number(), Courier.SF, TRACKING))
                .isEmpty();
        assertThat(fulfilment.ship(merchant, order.number(), Courier.SF, "nonsense"))
                .contains(new Dispatch.TrackingMalformed(Courier.SF));
        assertThat(purchases
                        .orderOfMember(member.id(), order.number())
                        .orElseThrow()
                        .state())
                .isEqualTo(OrderState.TO_SHIP);
    }

    @Test
    void accepting_twice_releases_the_money_once() {
        Order order = bought();
        assertThat(fulfilment.accept(member.id(), order.number()))
                .contains(new Acceptance.NotShipped(OrderState.TO_SHIP));
        fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING);
        assertThat(fulfilment.accept(bazaar.member().id(), order.number())).isEmpty();
        assertThat(escrow.held(order)).isEqualTo(order.totalFen());

        Optional<Acceptance> first = fulfilment.accept(member.id(), order.number());
        assertThat(first).containsInstanceOf(Acceptance.Accepted.class);
        assertThat(fulfilment.accept(member.id(), order.number())).isEqualTo(first);
        assertThat(escrow.held(order)).isZero();
        assertThat(escrow.availableTo(merchant)).isEqualTo(order.totalFen());
        assertThat(events("order.accepted", order)).isEqualTo(1);
    }

    @Test
    void time_accepts_after_ten_days_and_not_before() {
        Order order = bought();
        fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING);
        clock.shift(Fulfilment.ACCEPTANCE_WINDOW.minusMinutes(1));
        assertThat(fulfilment.acceptDue()).isZero();
        clock.shift(Fulfilment.ACCEPTANCE_WINDOW.plusMinutes(1));
        assertThat(fulfilment.acceptDue()).isEqualTo(1);
        assertThat(fulfilment.acceptDue()).isZero();
        assertThat(purchases
                        .orderOfMember(member.id(), order.number())
                        .orElseThrow()
                        .state())
                .isEqualTo(OrderState.ACCEPTED);
        assertThat(escrow.availableTo(merchant)).isEqualTo(order.totalFen());
    }

    @Test
    void the_member_and_time_accepting_at_once_release_the_money_once() {
        List<Order> orders = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            Order order = bought();
            fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING);
            orders.add(order);
        }
        clock.shift(Fulfilment.ACCEPTANCE_WINDOW.plusMinutes(1));
        List<Callable<Object>> race = new ArrayList<>();
        for (Order order : orders) {
            race.add(() -> fulfilment.accept(member.id(), order.number()));
            race.add(() -> fulfilment.accept(member.id(), order.number()));
            race.add(fulfilment::acceptDue);
        }
        Bazaar.atOnce(race);
        assertThat(escrow.availableTo(merchant))
                .isEqualTo(orders.stream().mapToLong(Order::totalFen).sum());
        assertThat(orders).allSatisfy(order -> {
            assertThat(escrow.held(order)).isZero();
            assertThat(events("order.accepted", order)).isEqualTo(1);
        });
    }

    private long events(String name, Order order) {
        return bazaar.number(
                "select count(*) from marketplace.event where name = ? and payload ->> 'orderId' = ?",
                name,
                order.id().toString());
    }
}
