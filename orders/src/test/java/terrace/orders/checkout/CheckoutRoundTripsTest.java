package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;

/** The driver says Sync once per round trip; a hot path is kept short by counting them. */
@MicronautTest(transactional = false)
class CheckoutRoundTripsTest {
    private static final int NINE_STATEMENTS_AND_THE_COMMIT = 10;

    @Inject
    Checkout checkout;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Test
    void placing_takes_ten_round_trips_however_much_is_bought() {
        Member member = bazaar.member();
        Map<Goods, Integer> goods = new HashMap<>();
        for (int index = 0; index < 3; index++) {
            UUID merchant = bazaar.merchant();
            bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100, 4)
                    .forEach(item -> goods.put(item, 2));
        }
        shopping.place(member, goods);
        PlaceOrder form = shopping.form(member, goods);

        assertThat(roundTrips(() -> assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class)))
                .isEqualTo(NINE_STATEMENTS_AND_THE_COMMIT);
    }

    private static int roundTrips(Runnable work) {
        Counting counting = new Counting(Thread.currentThread());
        Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        driver.setLevel(Level.FINEST);
        driver.setUseParentHandlers(false);
        driver.addHandler(counting);
        try {
            work.run();
        } finally {
            driver.removeHandler(counting);
            driver.setLevel(null);
        }
        return counting.syncs;
    }

    /** Counts for one thread; jobs and subscribers talk to the database too. */
    private static final class Counting extends Handler {
        private final Thread counted;
        private int syncs;

        Counting(Thread counted) {
            this.counted = counted;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord message) {
            if (Thread.currentThread().equals(counted) && message.getMessage().contains("FE=> Sync")) {
                syncs++;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
