package terrace.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderSlice;
import terrace.orders.purchases.Purchases;

@MicronautTest(transactional = false)
class OrderDeskTest {
    @Inject
    OrderDesk desk;

    @Inject
    Fulfilment fulfilment;

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
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 300);
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void what_is_late_is_counted_and_comes_first() {
        Order early = shopping.order(member, rice);
        assertThat(desk.tally(merchant)).isEqualTo(new Tally(1, 0, 0, 0, early.totalFen()));
        assertThat(early.shipBy())
                .isEqualTo(Objects.requireNonNull(early.paidAt()).plus(Purchases.SHIP_WITHIN));
        clock.shift(Purchases.SHIP_WITHIN.plusMinutes(1));
        Order fresh = shopping.order(member, rice);
        assertThat(desk.tally(merchant)).isEqualTo(new Tally(2, 1, 0, 0, early.totalFen() + fresh.totalFen()));
        assertThat(numbers(OrderFilter.LATE, null)).containsExactly(early.number());
        assertThat(numbers(OrderFilter.TO_SHIP, null)).containsExactly(early.number(), fresh.number());
        fulfilment.ship(merchant, early.number(), Courier.SF, "SF1234567890123");
        assertThat(desk.tally(merchant)).isEqualTo(new Tally(1, 0, 0, 1, early.totalFen() + fresh.totalFen()));
        assertThat(numbers(OrderFilter.SHIPPED, null)).containsExactly(early.number());
        assertThat(desk.toGather(merchant)).extracting(Order::number).containsExactly(fresh.number());
    }

    @Test
    void what_must_go_before_midnight_is_counted_as_tonights() {
        shopping.order(member, rice);
        clock.shift(Duration.ofDays(2).minusMinutes(1));
        // paid 48 hours ago but for a minute: due in a minute, today unless midnight lies between
        Tally tally = desk.tally(merchant);
        assertThat(tally.late()).isZero();
        assertThat(tally.tonight())
                .isEqualTo(clock.dayOf(clock.now().plusSeconds(60)).equals(clock.today()) ? 1 : 0);
    }

    @Test
    void pages_follow_each_other_and_counts_stop_at_a_hundred() {
        List<String> bought = new ArrayList<>();
        for (int at = 0; at < OrderDesk.COUNT_MAX + 2; at++) {
            bought.add(shopping.order(member, rice).number());
        }
        assertThat(desk.tally(merchant).toShip()).isEqualTo(OrderDesk.COUNT_MAX);
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            OrderSlice slice = desk.orders(merchant, OrderFilter.TO_SHIP, null, after, 40);
            slice.orders().forEach(order -> seen.add(order.number()));
            after = slice.nextAfter();
        } while (after != null);
        assertThat(seen).containsExactlyElementsOf(bought);
    }

    @Test
    void a_province_is_a_filter_and_nobody_sees_anothers_orders() {
        Order east = shopping.order(member, rice);
        Member far = bazaar.memberIn(Bazaar.LHASA);
        Order west = shopping.bought(far, Map.of(rice, 1)).orders().getFirst();
        assertThat(numbers(OrderFilter.TO_SHIP, "54")).containsExactly(west.number());
        assertThat(numbers(OrderFilter.TO_SHIP, "11")).containsExactly(east.number());
        UUID other = bazaar.merchant();
        assertThat(desk.tally(other)).isEqualTo(new Tally(0, 0, 0, 0, 0));
        assertThat(desk.orders(other, OrderFilter.TO_SHIP, null, east.number(), 10)
                        .orders())
                .isEmpty();
    }

    private List<String> numbers(OrderFilter filter, @Nullable String province) {
        return desk.orders(merchant, filter, province, null, 10).orders().stream()
                .map(Order::number)
                .toList();
    }
}
