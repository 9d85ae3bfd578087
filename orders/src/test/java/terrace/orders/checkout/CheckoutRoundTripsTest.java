package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.FlashStall;
import terrace.orders.bazaar.Shopping;

/** The driver says Sync once per round trip; a hot path is kept short by counting them. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class CheckoutRoundTripsTest {
    private static final int TEN_STATEMENTS_AND_THE_COMMIT = 11;
    /** Who has a place in the line of those who wait, and who has one already. */
    private static final int TWO_OF_A_FLASH_SALE = 2;

    private static final int RUSHING = 20;
    /** The first teaches a connection what it is asked, the last takes the goods off the lists: those cost more. */
    private static final int PIECES = 1 + RUSHING + 1;

    @Inject
    Checkout checkout;

    @Inject
    Till till;

    @Inject
    Bazaar bazaar;

    @Inject
    FlashStall stall;

    @Inject
    Clock clock;

    @Inject
    Shopping shopping;

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void placing_takes_eleven_round_trips_however_much_is_bought() {
        Member member = bazaar.member();
        Map<Goods, Integer> goods = new HashMap<>();
        for (int index = 0; index < 3; index++) {
            UUID merchant = bazaar.merchant();
            bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100, 4)
                    .forEach(item -> goods.put(item, 2));
        }
        PlaceOrder form = shopping.form(member, goods);
        PlaceOrder before = shopping.form(bazaar.member(), goods);
        // straight before: what is asked for again only after a second or half, as the clock is, is not counted
        checkout.place(before);

        assertThat(roundTrips(() -> assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class)))
                .isEqualTo(TEN_STATEMENTS_AND_THE_COMMIT);
    }

    @Test
    void a_rush_takes_hardly_more_for_twenty_and_a_refusal_one_for_all() {
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 0, 0), 10_000, 500, PIECES);
        stall.open(merchant, rice, 8_000, PIECES);
        List<PlaceOrder> forms = forms(rice);
        List<PlaceOrder> late = forms(rice);
        PlaceOrder takesTheLast = shopping.form(bazaar.member(), Map.of(rice, 1));
        PlaceOrder last = shopping.form(bazaar.member(), Map.of(rice, 1));
        PlaceOrder before = shopping.form(bazaar.member(), Map.of(rice, 1));
        till.serveRush(List.of(before));

        assertThat(roundTrips(() -> assertThat(till.serveRush(forms).values())
                        .allMatch(outcome -> outcome.placement() instanceof Placement.Placed)))
                .isEqualTo(TEN_STATEMENTS_AND_THE_COMMIT + TWO_OF_A_FLASH_SALE);

        till.serveRush(List.of(takesTheLast));
        Placement soldOut =
                till.serveRush(late.subList(0, 1)).values().iterator().next().placement();
        assertThat(soldOut).isInstanceOf(Placement.TurnedAway.class);
        assertThat(roundTrips(() -> assertThat(till.serveRush(late).values())
                        .allMatch(outcome -> outcome.placement() instanceof Placement.TurnedAway)))
                .isEqualTo(1);

        Map<Integer, Placement> answers = new HashMap<>();
        int alone = roundTrips(() -> answers.put(0, till.refusal(last).orElseThrow()));
        assertThat(alone).isZero();
        assertThat(answers.get(0)).isEqualTo(soldOut);
    }

    private List<PlaceOrder> forms(Goods goods) {
        return Stream.generate(() -> shopping.form(bazaar.member(), Map.of(goods, 1)))
                .limit(RUSHING)
                .toList();
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
