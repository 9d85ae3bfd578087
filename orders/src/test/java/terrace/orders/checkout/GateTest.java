package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.flashsales.FlashOffer;
import terrace.catalog.flashsales.WaitingLines;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.FlashStall;
import terrace.orders.bazaar.Shopping;
import terrace.orders.checkout.Line.Outcome;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.Purchases;

/** The gate refuses what the database said was gone, for half a second, and those for whom nothing is kept. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class GateTest {
    private static final Duration MUCH_MORE = Gate.SHUT_FOR.multipliedBy(10);

    @Inject
    Placing placing;

    @Inject
    OrderBook book;

    @Inject
    WaitingLines lines;

    @Inject
    Purchases purchases;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    Bazaar bazaar;

    @Inject
    FlashStall stall;

    @Inject
    Shopping shopping;

    private Goods rice;
    private FlashOffer offer;
    private Till till;
    private PlaceOrder won;

    @BeforeEach
    void all_are_ordered() {
        UUID merchant = bazaar.merchant();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 0, 0), 10_000, 500, 1);
        offer = stall.open(merchant, rice, 8_000, 1);
        till = new Till(placing, book, lines, clock, transactions);
        won = form(bazaar.member());
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    private PlaceOrder form(Member member) {
        return shopping.form(member, Map.of(rice, 1));
    }

    private Placement rush(PlaceOrder form) {
        return answer(till.serveRush(List.of(form)), form);
    }

    private static Placement answer(Map<UUID, Outcome> outcomes, PlaceOrder form) {
        return Objects.requireNonNull(
                Objects.requireNonNull(outcomes.get(form.purchaseId())).placement());
    }

    @Test
    void what_came_back_is_refused_for_half_a_second_more_and_then_sold() {
        PlaceOrder late = form(bazaar.member());
        assertThat(till.refusal(late)).isEmpty();
        assertThat(rush(won)).isInstanceOf(Placement.Placed.class);
        assertThat(rush(late)).isInstanceOf(Placement.TurnedAway.class);
        long shut = System.nanoTime();
        purchases.cancel(won.memberId(), won.purchaseId());
        if (till.refusal(late).isPresent()) {
            assertThat(rush(late)).isInstanceOf(Placement.TurnedAway.class);
        }
        while (till.refusal(late).isPresent()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - shut)).isLessThan(MUCH_MORE);
        assertThat(rush(late)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void a_form_that_won_and_is_sent_again_hears_that_it_won() {
        Lanes lanes = new Lanes(till, 16);
        PlaceOrder late = form(bazaar.member());
        PlaceOrder foreign = new PlaceOrder(
                won.purchaseId(), late.memberId(), late.addressId(), late.skuIds(), late.expectedTotalFen());
        assertThat(rush(won)).isInstanceOf(Placement.Placed.class);
        assertThat(rush(late)).isInstanceOf(Placement.TurnedAway.class);
        assertThat(answer(till.answerBefore(List.of(won, late)), won))
                .isEqualTo(new Placement.Placed(won.purchaseId()));
        assertThat(lanes.place(won)).isEqualTo(new Placement.Placed(won.purchaseId()));
        assertThat(answer(till.answerBefore(List.of(foreign)), foreign)).isEqualTo(new Placement.NotYours());
    }

    @Test
    void another_node_asks_the_database_itself() {
        Till other = new Till(placing, book, lines, clock, transactions);
        PlaceOrder late = form(bazaar.member());
        assertThat(rush(won)).isInstanceOf(Placement.Placed.class);
        assertThat(rush(late)).isInstanceOf(Placement.TurnedAway.class);
        assertThat(other.refusal(late)).isEmpty();
        assertThat(answer(other.serveRush(List.of(late)), late)).isInstanceOf(Placement.TurnedAway.class);
    }

    @Test
    void for_whom_a_piece_is_kept_the_gate_is_open() {
        Member first = bazaar.member();
        PlaceOrder kept = form(first);
        PlaceOrder late = form(bazaar.member());
        assertThat(rush(won)).isInstanceOf(Placement.Placed.class);
        lines.join(offer.id(), first.id());
        purchases.cancel(won.memberId(), won.purchaseId());
        jobs.run("move-waiting-lines");
        assertThat(rush(late)).isInstanceOf(Placement.TurnedAway.class);
        assertThat(till.refusal(kept)).isEmpty();
        assertThat(rush(kept)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void many_refusals_shut_it_though_nobody_comes_at_once_and_a_few_do_not() {
        assertThat(rush(won)).isInstanceOf(Placement.Placed.class);
        for (int refused = 1; refused <= Gate.RUSH_REFUSALS; refused++) {
            PlaceOrder late = form(bazaar.member());
            assertThat(till.refusal(late)).as("before refusal %d", refused).isEmpty();
            assertThat(Gate.gone(answer(till.serveQuiet(List.of(late)), late))).isNotEmpty();
        }
        assertThat(till.refusal(form(bazaar.member()))).isPresent();
    }
}
