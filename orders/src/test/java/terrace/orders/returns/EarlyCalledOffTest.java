package terrace.orders.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.stock.Arrival;
import terrace.catalog.stock.Harvests;
import terrace.catalog.stock.NewHarvest;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Sales;
import terrace.orders.purchases.Order;

/** What was sold before its harvest goes back to the harvest, not onto a shelf where it does not lie. */
@MicronautTest(transactional = false)
class EarlyCalledOffTest {
    @Inject
    CallingOff callingOff;

    @Inject
    Harvests harvests;

    @Inject
    Bazaar bazaar;

    @Inject
    Sales sales;

    @Inject
    Clock clock;

    private final UUID harvest = Ids.next();
    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods oranges = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void expect() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        oranges = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 0);
        LocalDate day = clock.today().plusDays(30);
        harvests.expect(
                merchant, new NewHarvest(harvest, oranges.listingId(), oranges.skuId(), day, 10, 80), Ids.next());
    }

    private void callOff(Order order) {
        callingOff.byMember(member.id(), order.number());
        callingOff.byMember(member.id(), order.number());
    }

    @Test
    void before_it_came_it_can_be_promised_again() {
        Order order = sales.paid(member, oranges);
        assertThat(order.lines().getFirst().shipsFrom()).isNotNull();
        assertThat(bazaar.onSale(oranges)).isEqualTo(7);
        callOff(order);
        assertThat(bazaar.onSale(oranges)).isEqualTo(8);
    }

    @Test
    void after_a_poor_harvest_less_is_owed_before_anything_is_on_hand() {
        Order first = sales.paid(member, oranges);
        Order second = sales.paid(member, oranges);
        sales.paid(member, oranges);
        harvests.arrive(merchant, harvest, new Arrival(Ids.next(), 2, clock.today(), ""), Ids.next());
        assertThat(bazaar.onSale(oranges)).isZero();
        callOff(first);
        assertThat(bazaar.onSale(oranges)).isZero();
        callOff(second);
        assertThat(bazaar.onSale(oranges)).isEqualTo(1);
    }
}
