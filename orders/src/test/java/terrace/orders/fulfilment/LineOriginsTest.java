package terrace.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.LotUses;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.NewLot;
import terrace.catalog.lots.Recording;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.purchases.LotShare;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;

@MicronautTest(transactional = false)
class LineOriginsTest {
    private static final String TRACKING = "SF1234567890123";

    @Inject
    Fulfilment fulfilment;

    @Inject
    Purchases purchases;

    @Inject
    Lots lots;

    @Inject
    LotUses uses;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

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

    @Test
    void a_line_that_is_sent_keeps_a_copy_of_the_lot_harvested_first() {
        lot(2, 50);
        Lot old = lot(9, 50);
        Order order = bought(3);
        fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING);
        fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING);
        assertThat(sent(order)).containsExactly(new LotShare(old.id(), old.code(), old.harvestedOn(), 3));
        assertThat(uses.sentGrams(Set.of(old.id()))).isEqualTo(Map.of(old.id(), 1_500L));
    }

    @Test
    void where_no_lot_is_known_nothing_is_said() {
        Order order = bought(1);
        assertThat(fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING))
                .containsInstanceOf(Dispatch.Shipped.class);
        assertThat(sent(order)).isEmpty();
    }

    @Test
    void the_merchant_may_choose_another_lot_but_not_more_than_it_has_without_saying_so() {
        Lot young = lot(2, 1);
        lot(9, 50);
        Order order = bought(2);
        assertThat(ship(order, new LotWish(young.id(), false)))
                .isEqualTo(new Dispatch.LotTooLittle(1, young.code(), 1));
        assertThat(purchases
                        .orderOfMember(member.id(), order.number())
                        .orElseThrow()
                        .state())
                .isEqualTo(OrderState.TO_SHIP);
        assertThat(ship(order, new LotWish(Ids.next(), true))).isEqualTo(new Dispatch.LotUnknown(1));
        assertThat(ship(order, new LotWish(young.id(), true))).isInstanceOf(Dispatch.Shipped.class);
        assertThat(sent(order)).containsExactly(new LotShare(young.id(), young.code(), young.harvestedOn(), 2));
    }

    @Test
    void orders_sent_at_once_never_take_more_of_a_lot_than_it_has() {
        Lot lot = lot(2, 5);
        List<Order> orders = new ArrayList<>();
        List<Callable<Object>> race = new ArrayList<>();
        for (int at = 0; at < 8; at++) {
            Order order = bought(1);
            orders.add(order);
            race.add(() -> fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING));
        }
        Bazaar.atOnce(race);
        assertThat(uses.sentGrams(Set.of(lot.id()))).isEqualTo(Map.of(lot.id(), 2_500L));
        assertThat(orders)
                .allSatisfy(order -> assertThat(purchases
                                .orderOfMember(member.id(), order.number())
                                .orElseThrow()
                                .state())
                        .isEqualTo(OrderState.SHIPPED));
        assertThat(orders.stream().filter(order -> !sent(order).isEmpty())).hasSize(5);
    }

    @Test
    void goods_of_one_lot_in_two_parcels_are_counted_together() {
        Lot lot = lot(2, 5);
        Order order = bought(3);
        fulfilment.ship(merchant, order.number(), Courier.SF, TRACKING, new Packing(Map.of(1, 1), Map.of()));
        fulfilment.ship(merchant, order.number(), Courier.EMS, "EA123456789CN");
        assertThat(sent(order)).containsExactly(new LotShare(lot.id(), lot.code(), lot.harvestedOn(), 3));
        assertThat(uses.sentGrams(Set.of(lot.id()))).isEqualTo(Map.of(lot.id(), 1_500L));
    }

    private Order bought(int pieces) {
        return shopping.bought(member, Map.of(rice, pieces)).orders().getFirst();
    }

    private Dispatch ship(Order order, LotWish wish) {
        return fulfilment
                .ship(merchant, order.number(), Courier.SF, TRACKING, new Packing(Map.of(), Map.of(1, wish)))
                .orElseThrow();
    }

    private List<LotShare> sent(Order order) {
        return purchases
                .orderOfMember(member.id(), order.number())
                .orElseThrow()
                .lines()
                .getFirst()
                .lots();
    }

    private Lot lot(int daysAgo, long pieces) {
        NewLot lot = new NewLot(
                Ids.next(),
                rice.listingId(),
                clock.today().minusDays(daysAgo),
                "532529",
                "甲寅镇",
                pieces * rice.grams(),
                "",
                "");
        return ((Recording.Recorded) lots.record(merchant, lot, Ids.next()).orElseThrow()).lot();
    }
}
