package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.stock.Harvests;
import terrace.catalog.stock.NewHarvest;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.cart.Carts;
import terrace.orders.desk.OrderDesk;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchases;

/** Goods bought before they are harvested. */
@MicronautTest(transactional = false)
class EarlySaleTest {
    @Inject
    Checkout checkout;

    @Inject
    Carts carts;

    @Inject
    Harvests harvests;

    @Inject
    Purchases purchases;

    @Inject
    OrderDesk desk;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Clock clock;

    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods oranges = new Goods(merchant, merchant, merchant, 0, 0);
    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void expect() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        oranges = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 0);
        day = clock.today().plusDays(30);
        harvests.expect(
                merchant, new NewHarvest(Ids.next(), oranges.listingId(), oranges.skuId(), day, 10, 80), Ids.next());
    }

    @Test
    void an_order_keeps_the_day_it_was_told_and_is_due_after_it() {
        Order order = bought(2);
        assertThat(order.lines().getFirst().shipsFrom()).isEqualTo(day);
        assertThat(order.shipBy())
                .isEqualTo(day.atStartOfDay(Clock.ZONE).toInstant().plus(Purchases.SHIP_WITHIN));
        assertThat(desk.tally(merchant).late()).isZero();
        assertThat(desk.toGather(merchant)).isEmpty();
        assertThat(desk.soldEarly(merchant, oranges.skuId(), day, 10))
                .extracting(Order::number)
                .containsExactly(order.number());
        assertThat(desk.soldEarly(bazaar.merchant(), oranges.skuId(), day, 10)).isEmpty();
    }

    @Test
    void who_was_not_told_the_day_does_not_buy_and_nothing_is_sold_above_the_quota() {
        PlaceOrder told = shopping.form(member, Map.of(oranges, 8));
        PlaceOrder untold =
                new PlaceOrder(Ids.next(), member.id(), member.addressId(), told.skuIds(), told.expectedTotalFen());
        assertThat(checkout.place(untold)).isInstanceOf(Placement.SoldOut.class);
        assertThat(checkout.place(told)).isInstanceOf(Placement.Placed.class);
        Member late = bazaar.member();
        carts.put(late.id(), oranges.skuId(), 1);
        assertThat(checkout.place(new PlaceOrder(
                        Ids.next(),
                        late.id(),
                        late.addressId(),
                        Set.of(oranges.skuId()),
                        Map.of(oranges.skuId(), day),
                        1_250 + 800)))
                .isInstanceOf(Placement.SoldOut.class);
    }

    @Test
    void cancelled_it_can_be_sold_again() {
        UUID purchase = shopping.place(member, Map.of(oranges, 8));
        assertThat(bazaar.onSale(oranges)).isZero();
        purchases.cancel(member.id(), purchase);
        assertThat(bazaar.onSale(oranges)).isEqualTo(8);
    }

    private Order bought(int pieces) {
        List<Order> orders = shopping.bought(member, Map.of(oranges, pieces)).orders();
        return purchases.orderOfMember(member.id(), orders.getFirst().number()).orElseThrow();
    }
}
