package terrace.orders.shipments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Shopping;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.purchases.Order;

@MicronautTest(transactional = false)
class CarriersTest {
    @Inject
    Carriers carriers;

    @Inject
    ShipmentSheets sheets;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    private UUID merchant = Ids.next();
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100);
    }

    @Test
    void of_a_first_parcel_nothing_is_known() {
        Order order = shopping.order(bazaar.member(), rice);
        assertThat(carriers.of(merchant, List.of(order))).isEmpty();
        assertThat(carriers.of(merchant, List.of())).isEmpty();
    }

    @Test
    void who_carried_the_last_parcel_to_a_province_is_likely_and_who_a_sheet_names_is_chosen() {
        fulfilment.ship(merchant, near().number(), Courier.SF, "SF1234567890123");
        fulfilment.ship(merchant, near().number(), Courier.ZTO, "123456789012");
        Order likely = near();
        Order named = near();
        Order far = shopping.order(bazaar.memberIn(Bazaar.LHASA), rice);
        hand(named.number() + ",顺丰速运,SF1234567890124\n");
        assertThat(carriers.of(merchant, List.of(likely, named, far)))
                .isEqualTo(Map.of(
                        likely.number(),
                        new Carrier(Courier.ZTO, false),
                        named.number(),
                        new Carrier(Courier.SF, true)));
        hand(named.number() + ",中通快递,123456789013\n");
        assertThat(carriers.of(merchant, List.of(named))).containsValue(new Carrier(Courier.ZTO, true));
    }

    @Test
    void what_another_merchant_wrote_or_sent_says_nothing() {
        Order order = near();
        UUID other = bazaar.merchant();
        byte[] sheet = ("订单号,快递公司,运单号\n" + order.number() + ",顺丰速运,SF1234567890124\n").getBytes(StandardCharsets.UTF_8);
        sheets.receive(other, Ids.next(), sheet);
        assertThat(carriers.of(merchant, List.of(order))).isEmpty();
    }

    private Order near() {
        return shopping.order(bazaar.member(), rice);
    }

    private void hand(String rows) {
        byte[] sheet = ("订单号,快递公司,运单号\n" + rows).getBytes(StandardCharsets.UTF_8);
        assertThat(sheets.receive(merchant, Ids.next(), sheet)).isInstanceOf(Receiving.Checked.class);
    }
}
