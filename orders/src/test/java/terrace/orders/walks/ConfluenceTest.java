package terrace.orders.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchases;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.walks.Streets.Street;
import terrace.orders.walks.World.Past;

/** The same news in any order, any number of times, come to the same balances. */
@MicronautTest(transactional = false)
@Property(name = "terrace.books.recent-journals", value = "60")
class ConfluenceTest {

    private static final long SEED = Long.getLong("terrace.walks.seed", System.nanoTime());
    private static final int NEWS = 12;

    @Inject
    World world;

    @Inject
    Streets streets;

    @Inject
    Purchases purchases;

    @Inject
    Payments payments;

    @Inject
    Reconciliation reconciliation;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @RepeatedTest(12)
    void notices_polls_and_files_in_any_order_settle_alike(RepetitionInfo run) {
        Random random = new Random(SEED + run.getCurrentRepetition());
        Past past = new Past(streets.open());
        world.step(past, new Walk.Step(Act.BUY, 0, 1));
        world.step(past, new Walk.Step(Act.BEGIN, 0, 0));
        bank.pay(past.begun.getFirst());
        if (run.getCurrentRepetition() % 3 == 0) {
            world.step(past, new Walk.Step(Act.CANCEL, 0, 0));
        }
        List<Runnable> news = new ArrayList<>();
        for (int i = 0; i < NEWS; i++) {
            int number = i % 4;
            news.add(() -> world.notice(past.begun.getFirst(), number));
            news.add(() -> payments.resolve(past.begun.getFirst()));
            news.add(() -> world.work(past));
        }
        news.add(() -> reconciliation.takeIn(clock.today(), "confluence"));
        news.add(() -> reconciliation.takeIn(clock.today(), "confluence"));
        Collections.shuffle(news, random);
        news.forEach(Runnable::run);
        world.settleDown(past);
        assertThat(held(past)).as("seed %d", SEED).isEqualTo(agreed(past));
        assertThat(ledger.balance(Account.unallocated(past.begun.getFirst()))).isZero();
        assertThat(bank.booked(past.begun.getFirst(), "charge")).isPositive();
    }

    private List<Long> held(Past past) {
        return orders(past).stream()
                .map(order -> ledger.balance(Account.escrow(order.id())))
                .toList();
    }

    /** Called off before the news came, nothing may be held. */
    private List<Long> agreed(Past past) {
        return orders(past).stream()
                .map(order -> order.paidAt() == null ? 0L : order.totalFen())
                .toList();
    }

    private List<Order> orders(Past past) {
        Street street = past.street;
        UUID purchase = past.bought.getFirst();
        return purchases.ofMember(street.buyer().id(), purchase).orElseThrow().orders();
    }
}
