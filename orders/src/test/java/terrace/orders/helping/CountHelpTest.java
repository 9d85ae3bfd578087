package terrace.orders.helping;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.Sum;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Shopping;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.PurchasePaid;
import terrace.orders.returns.CallingOff;

@MicronautTest(transactional = false)
class CountHelpTest {
    @Inject
    CountPaidHelp counting;

    @Inject
    CallingOff callingOff;

    @Inject
    Impact impact;

    @Inject
    EventWorker worker;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Test
    void what_is_paid_is_counted_once_and_what_goes_back_is_taken_off() {
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100);
        Bazaar.Member member = bazaar.member();
        Purchase purchase = shopping.bought(member, Map.of(rice, 3));
        Order order = purchase.orders().getFirst();
        worker.drain();
        counting.on(new PurchasePaid(purchase.id(), purchase.memberId()));
        Sum sold = sum(order);
        assertThat(sold.facts()).isEqualTo(1);
        assertThat(sold.fen()).as("goods without carriage").isEqualTo(3_750);
        assertThat(sold.grams()).isEqualTo(1_500);
        assertThat(sold.counties()).isEqualTo(1);

        callingOff.byMember(member.id(), order.number());
        worker.drain();
        assertThat(sum(order)).isEqualTo(new Sum(0, 0, 2, 0, Sum.Helped.NOBODY));
        assertThat(impact.helped(List.of(order.number())).orElseThrow().countyCodes())
                .isEmpty();
        assertThat(impact.helped(List.of(Ids.next().toString()))).isEmpty();
    }

    private Sum sum(Order order) {
        return impact.helped(List.of(order.number())).orElseThrow().sum();
    }
}
