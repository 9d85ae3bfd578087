package terrace.orders.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Sales;
import terrace.orders.purchases.Order;

@MicronautTest(transactional = false)
class RefusedClearingsTest {

    private static final int MANY = 1_000;

    @Inject
    RefusedClearings refused;

    @Inject
    Clearings clearings;

    @Inject
    Bazaar bazaar;

    @Inject
    Sales sales;

    @Test
    void what_a_bank_will_not_clear_waits_for_somebody_and_is_told_again_once() {
        UUID merchant = bazaar.merchant();
        Order order =
                sales.accepted(bazaar.member(), bazaar.goods(merchant, bazaar.tariff(merchant, 800, 0), 5_000, 500, 9));
        assertThat(of(order)).isEmpty();
        bazaar.change("""
                insert into orders.clearing (order_id, payment_id, channel, accepted_on, state, tries, trouble)
                select ?, id, 'ccb', current_date, 'REFUSED', 3, '404: there is no such order'
                from orders.payment where payable_id = ?""", order.id(), order.purchaseId());
        assertThat(of(order))
                .singleElement()
                .returns(order.number(), RefusedClearing::orderNumber)
                .returns("ccb", RefusedClearing::channel)
                .returns("404: there is no such order", RefusedClearing::trouble);
        List<Callable<Boolean>> presses = Collections.nCopies(6, () -> refused.tellAgain(order.id(), Ids.next()));
        assertThat(Bazaar.atOnce(presses)).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(of(order)).isEmpty();
        assertThat(clearings.byId(order.id()))
                .get()
                .returns(Clearing.State.WAITING, Clearing::state)
                .returns(0, Clearing::tries);
        assertThat(refused.tellAgain(Ids.next(), Ids.next())).isFalse();
    }

    private List<RefusedClearing> of(Order order) {
        return refused.oldest(MANY).stream()
                .filter(one -> one.orderId().equals(order.id()))
                .toList();
    }
}
