package terrace.orders.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.points.Points;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.fulfilment.OrderAccepted;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.purchases.Order;

@MicronautTest(transactional = false)
class EarnPointsTest {
    @Inject
    EarnPoints earn;

    @Inject
    Rewards rewards;

    @Inject
    Points points;

    @Inject
    Ledger ledger;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Test
    void a_full_yuan_of_cash_is_a_point_once_and_a_refund_takes_it_back_once() {
        Member member = bazaar.member();
        UUID merchant = bazaar.merchant();
        Order order = shopping.order(member, bazaar.goods(merchant, bazaar.tariff(merchant, 850, 0), 1_240, 500, 5));
        OrderAccepted accepted = new OrderAccepted(order.id(), order.number(), member.id(), merchant);
        long owed = ledger.balance(Account.promoPoints());
        earn.on(accepted);
        earn.on(accepted);
        // 12.40 and 8.50 of carriage
        assertThat(points.balance(member.id())).isEqualTo(20);
        assertThat(ledger.balance(Account.promoPoints())).isEqualTo(owed + 20);
        UUID refund = Ids.next();
        rewards.takenBack(refund, member.id(), 999);
        rewards.takenBack(refund, member.id(), 999);
        assertThat(points.balance(member.id())).isEqualTo(11);
        rewards.takenBack(Ids.next(), member.id(), 99_900);
        assertThat(points.balance(member.id())).isZero();
        assertThat(ledger.balance(Account.promoPoints())).isEqualTo(owed);
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }
}
