package terrace.orders.helping;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.Sum;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Sales;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.PurchasePaid;

@MicronautTest(transactional = false)
class CountHelpTest {
    @Inject
    CountPaidHelp counting;

    @Inject
    Impact impact;

    @Inject
    EventWorker worker;

    @Inject
    Bazaar bazaar;

    @Inject
    Sales sales;

    @Test
    void what_is_paid_is_counted_once_and_what_goes_back_is_taken_off() {
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100);
        Bazaar.Member member = bazaar.member();
        Order order = sales.paid(member, rice);
        worker.drain();
        counting.on(new PurchasePaid(order.purchaseId(), member.id()));
        assertThat(sum(order)).as("goods without carriage").isEqualTo(new Sum(500, 1_250, 1, 1, Sum.Helped.NOBODY));

        sales.takeBack(order, new TreeMap<>(Map.of(order.lines().getFirst().position(), 500L)));
        worker.drain();
        assertThat(sum(order)).isEqualTo(new Sum(300, 750, 2, 1, Sum.Helped.NOBODY));
        sales.takeBack(order, new TreeMap<>(Map.of(order.lines().getFirst().position(), 750L)));
        worker.drain();
        assertThat(sum(order)).isEqualTo(new Sum(0, 0, 3, 0, Sum.Helped.NOBODY));
        assertThat(impact.helped(List.of(order.number())).orElseThrow().countyCodes())
                .isEmpty();
        assertThat(impact.helped(List.of(Ids.next().toString()))).isEmpty();
    }

    private Sum sum(Order order) {
        return impact.helped(List.of(order.number())).orElseThrow().sum();
    }
}
