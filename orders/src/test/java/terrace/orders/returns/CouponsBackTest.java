package terrace.orders.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.points.Points;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.bazaar.PaidSales.Line;
import terrace.orders.ledger.Bearer;
import terrace.orders.purchases.LineShare;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderBook;

@MicronautTest(transactional = false)
class CouponsBackTest {
    @Inject
    CallingOff callingOff;

    @Inject
    UndoneCoupons undone;

    @Inject
    OrderBook book;

    @Inject
    Points points;

    @Inject
    Bazaar bazaar;

    @Inject
    PaidSales sales;

    @Test
    void points_are_the_members_again_and_the_coupon_too_when_its_last_line_is_called_off() {
        UUID merchant = bazaar.merchant();
        Member member = bazaar.member();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100);
        sales.fund(Ids.next());
        UUID coupon = Ids.next();
        Order order = sales.paid(
                member,
                800,
                0,
                new Line(
                        rice,
                        2,
                        List.of(
                                new LineShare(Bearer.PLATFORM, null, coupon, 300),
                                new LineShare(Bearer.POINTS, null, null, 200))));
        assertThat(undone.by(book.lockIfFree(order.id()).orElseThrow())).containsExactly(coupon);
        callingOff.byMember(member.id(), order.number());
        callingOff.byMember(member.id(), order.number());
        assertThat(points.balance(member.id())).isEqualTo(200);
    }
}
