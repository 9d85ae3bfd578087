package terrace.orders.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;

/** Every step that is not in the table of steps is refused, by the doors and by the database behind them. */
@MicronautTest(transactional = false)
class StepsTest {
    @Inject
    Purchases purchases;

    @Inject
    OrderBook book;

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
        UUID merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 500);
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void the_database_knows_the_same_steps() {
        long steps = 0;
        for (PurchaseState from : PurchaseState.values()) {
            for (PurchaseState to : from.next()) {
                assertThat(step("purchase", from.name(), to.name())).isEqualTo(1);
                steps++;
            }
        }
        for (OrderState from : OrderState.values()) {
            for (OrderState to : from.next()) {
                assertThat(step("order", from.name(), to.name())).isEqualTo(1);
                steps++;
            }
        }
        assertThat(bazaar.number("select count(*) from orders.state_step")).isEqualTo(steps);
    }

    private long step(String kind, String from, String to) {
        return bazaar.number(
                "select count(*) from orders.state_step where kind = ? and from_state = ? and to_state = ?",
                kind,
                from,
                to);
    }

    @ParameterizedTest
    @EnumSource(PurchaseState.class)
    void the_database_refuses_every_other_step_of_a_purchase(PurchaseState from) {
        UUID id = purchaseIn(from);
        for (PurchaseState to : PurchaseState.values()) {
            if (to != from && !from.next().contains(to)) {
                assertThatThrownBy(
                                () -> bazaar.change("update orders.purchase set state = ? where id = ?", to.name(), id))
                        .rootCause()
                        .hasMessageContaining("no purchase goes from " + from + " to " + to);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void the_database_refuses_every_other_step_of_an_order(OrderState from) {
        UUID id = orderIn(from).id();
        for (OrderState to : OrderState.values()) {
            if (to != from && !from.next().contains(to)) {
                assertThatThrownBy(() ->
                                bazaar.change("update orders.customer_order set state = ? where id = ?", to.name(), id))
                        .rootCause()
                        .hasMessageContaining("no order goes from " + from + " to " + to);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PurchaseState.class)
    void the_doors_take_a_purchase_only_along_its_steps(PurchaseState from) {
        List<Runnable> doors = List.of(
                () -> purchases.cancel(member.id(), purchaseIn(from)),
                () -> shopping.pay(purchaseIn(from), Ids.next()),
                () -> {
                    purchaseIn(from);
                    clock.shift(Purchases.PAYMENT_WINDOW.plusSeconds(1));
                    expiry.expireDue();
                });
        for (Runnable door : doors) {
            door.run();
            assertThat(newest().state()).isIn(withItself(from));
            clock.shift(Duration.ZERO);
        }
    }

    private List<PurchaseState> withItself(PurchaseState from) {
        List<PurchaseState> states = new java.util.ArrayList<>(from.next());
        states.add(from);
        return states;
    }

    private Purchase newest() {
        UUID id = purchases
                .ordersOfMember(member.id(), null, null, 1)
                .orders()
                .getFirst()
                .purchaseId();
        return purchases.ofMember(member.id(), id).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void the_book_refuses_to_ship_or_accept_out_of_turn(OrderState from) {
        UUID id = orderIn(from).id();
        if (!from.next().contains(OrderState.SHIPPED) && from != OrderState.SHIPPED) {
            assertThatThrownBy(() -> book.ship(id, "SF", "SF1234567890123", Duration.ofDays(10)))
                    .rootCause()
                    .hasMessageContaining("no order goes from " + from);
        }
        if (!from.next().contains(OrderState.ACCEPTED) && from != OrderState.ACCEPTED) {
            assertThatThrownBy(() -> book.accept(id)).rootCause().hasMessageContaining("no order goes from " + from);
        }
    }

    @Test
    void nothing_begins_in_the_middle() {
        assertThatThrownBy(() -> bazaar.change("""
                        insert into orders.purchase (id, member_id, state, goods_fen, freight_fen, total_fen,
                            recipient_sealed, phone_sealed, street_sealed, county_code, pay_by, paid_at, paid_by)
                        values (?, ?, 'PAID', 1, 0, 1, '', '', '', '110101', now(), now(), ?)
                        """, Ids.next(), member.id(), Ids.next()))
                .rootCause()
                .hasMessageContaining("a purchase begins awaiting payment");
    }

    private UUID purchaseIn(PurchaseState state) {
        UUID id = shopping.place(member, Map.of(rice, 1));
        switch (state) {
            case AWAITING_PAYMENT -> {}
            case PAID -> shopping.pay(id, Ids.next());
            case CANCELLED -> purchases.cancel(member.id(), id);
            case EXPIRED -> {
                clock.shift(Purchases.PAYMENT_WINDOW.plusSeconds(1));
                expiry.expireDue();
                clock.shift(Duration.ZERO);
            }
        }
        assertThat(purchases.ofMember(member.id(), id).orElseThrow().state()).isEqualTo(state);
        return id;
    }

    private Order orderIn(OrderState state) {
        UUID purchaseId =
                switch (state) {
                    case AWAITING_PAYMENT -> purchaseIn(PurchaseState.AWAITING_PAYMENT);
                    case CANCELLED -> purchaseIn(PurchaseState.CANCELLED);
                    case TO_SHIP, PARTLY_SHIPPED, SHIPPED, ACCEPTED -> purchaseIn(PurchaseState.PAID);
                };
        Order order = purchases
                .ofMember(member.id(), purchaseId)
                .orElseThrow()
                .orders()
                .getFirst();
        if (state == OrderState.PARTLY_SHIPPED) {
            book.partlyShip(order.id());
        }
        if (state == OrderState.SHIPPED || state == OrderState.ACCEPTED) {
            // Never due: there is no money behind these orders that time could release.
            book.ship(order.id(), "SF", "SF1234567890123", Duration.ofDays(10_000));
        }
        if (state == OrderState.ACCEPTED) {
            book.accept(order.id());
        }
        return order;
    }
}
