package terrace.search.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.sales.BasketSold;
import terrace.catalog.sales.Sales;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventName;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.search.recommend.Stalls;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class SignalsTest {
    @Inject
    Signals signals;

    @Inject
    PersonalRanking choice;

    @Inject
    SignalRows rows;

    @Inject
    Sales sales;

    @Inject
    EventWorker worker;

    @Inject
    Stalls stalls;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    private final UUID member = Ids.next();
    private UUID goods = Ids.next();

    @BeforeEach
    void goodsOnTheShelf() {
        goods = stalls.goods(stalls.merchant(Merchant.Kind.COOPERATIVE), stalls.category("米"), "红米");
    }

    @Test
    void a_signal_told_twice_is_one() {
        Signal view = signal(Signal.Kind.VIEW, clock.now());
        assertThat(signals.keep(List.of(view, view))).isEqualTo(1);
        assertThat(signals.keep(List.of(view))).isZero();
        assertThat(choice.kept(member)).isEqualTo(Map.of(Signal.Kind.VIEW, 1L));
    }

    @Test
    void what_is_told_is_written_later_and_read_newest_first() {
        Instant now = clock.now();
        Signal view = signal(Signal.Kind.VIEW, now.minusSeconds(60));
        Signal add = signal(Signal.Kind.ADD, now);
        assertThat(signals.tell(member, List.of(view, add))).isEqualTo(2);
        signals.flush();
        assertThat(await(2)).extracting(Signal::kind).containsExactly(Signal.Kind.ADD, Signal.Kind.VIEW);
    }

    @Test
    void one_member_cannot_tell_more_than_the_limit_of_a_minute() {
        List<Signal> many = IntStream.range(0, SignalQueue.PER_MINUTE_MAX + 50)
                .mapToObj(at -> signal(Signal.Kind.VIEW, clock.now()))
                .toList();
        assertThat(signals.tell(member, many)).isEqualTo(SignalQueue.PER_MINUTE_MAX);
        assertThat(signals.tell(member, many)).isZero();
        assertThat(signals.tell(Ids.next(), many.subList(0, 3))).isEqualTo(3);
    }

    @Test
    void memory_is_bounded_whoever_tells() {
        SignalQueue queue = new SignalQueue();
        int taken = 0;
        for (int each = 0; each < SignalQueue.WAITING_MAX / 100; each++) {
            List<Signal> many = IntStream.range(0, 150)
                    .mapToObj(at -> signal(Signal.Kind.VIEW, clock.now()))
                    .toList();
            taken += queue.offer(Ids.next(), many);
        }
        assertThat(taken).isEqualTo(SignalQueue.WAITING_MAX);
        assertThat(queue.next()).hasSize(SignalQueue.BATCH);
    }

    @Test
    void goods_that_are_not_there_leave_no_trace() {
        Signal invented = new Signal(Ids.next(), member, Signal.Kind.VIEW, Ids.next(), 0, clock.now());
        assertThat(signals.keep(List.of(invented))).isZero();
        assertThat(choice.kept(member)).isEmpty();
    }

    @Test
    void what_is_ignored_ten_times_on_a_day_is_ignored_once() {
        Instant now = clock.now();
        List<Signal> skips = IntStream.range(0, 10)
                .mapToObj(at -> signal(Signal.Kind.SKIP, now))
                .toList();
        assertThat(signals.keep(skips)).isEqualTo(1);
        assertThat(signals.keep(List.of(signal(Signal.Kind.SKIP, now.minus(Duration.ofDays(1))))))
                .isEqualTo(1);
    }

    @Test
    void off_deletes_everything_at_once_and_lets_nothing_new_in() {
        UUID other = Ids.next();
        signals.keep(List.of(signal(Signal.Kind.VIEW, clock.now()), signal(Signal.Kind.ADD, clock.now())));
        signals.keep(List.of(new Signal(Ids.next(), other, Signal.Kind.VIEW, goods, 0, clock.now())));
        assertThat(choice.isOn(member)).isTrue();

        choice.turnOff(member);

        assertThat(choice.isOn(member)).isFalse();
        assertThat(choice.kept(member)).isEmpty();
        assertThat(signals.keep(List.of(signal(Signal.Kind.VIEW, clock.now())))).isZero();
        signals.tell(member, List.of(signal(Signal.Kind.VIEW, clock.now())));
        signals.flush();
        signals.sold(new BasketSold(Ids.next(), member, "53", List.of(goods), clock.now()));
        assertThat(choice.kept(member)).isEmpty();
        assertThat(choice.kept(other)).isEqualTo(Map.of(Signal.Kind.VIEW, 1L));
    }

    @Test
    void on_again_counts_from_now_and_brings_nothing_back() {
        Signal before = signal(Signal.Kind.VIEW, clock.now());
        choice.turnOff(member);
        choice.turnOff(member);
        choice.turnOn(member);
        assertThat(signals.keep(List.of(before)))
                .as("told before, written late")
                .isZero();
        assertThat(signals.keep(List.of(signal(Signal.Kind.VIEW, clock.now().plusMillis(5)))))
                .isEqualTo(1);
    }

    @Test
    void clearing_deletes_and_goes_on() {
        Signal before = signal(Signal.Kind.VIEW, clock.now());
        signals.keep(List.of(before));
        choice.forget(member);
        assertThat(choice.isOn(member)).isTrue();
        assertThat(choice.kept(member)).isEmpty();
        assertThat(signals.keep(List.of(before))).isZero();
        choice.turnOff(member);
        choice.forget(member);
        assertThat(choice.isOn(member)).as("clearing does not turn it on").isFalse();
    }

    @Test
    void writers_under_way_leave_nothing_behind_an_off() throws Exception {
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            acts.add(() -> {
                int kept = 0;
                for (int at = 0; at < 30; at++) {
                    kept += signals.keep(List.of(signal(Signal.Kind.VIEW, clock.now())));
                }
                return kept;
            });
        }
        acts.add(3, () -> {
            Thread.sleep(20);
            choice.turnOff(member);
            return 0;
        });
        try (ExecutorService hands = Executors.newFixedThreadPool(acts.size())) {
            for (Future<Integer> act : hands.invokeAll(acts)) {
                act.get();
            }
        }
        assertThat(choice.kept(member)).isEmpty();
    }

    @Test
    void goods_paid_for_together_are_kept_once_however_often_it_is_told() {
        BasketSold basket = new BasketSold(Ids.next(), member, "53", List.of(goods), clock.now());
        sales.basket(basket);
        sales.basket(basket);
        worker.drain();
        signals.sold(basket);
        assertThat(choice.kept(member)).isEqualTo(Map.of(Signal.Kind.BUY, 1L));
    }

    @Test
    void what_is_old_is_forgotten() {
        Instant now = clock.now();
        Instant old = now.minus(Signals.KEPT).minusSeconds(60);
        signals.keep(List.of(signal(Signal.Kind.VIEW, old), signal(Signal.Kind.ADD, now)));
        while (signals.forgetOld() > 0) {
            // piece by piece
        }
        assertThat(choice.kept(member)).isEqualTo(Map.of(Signal.Kind.ADD, 1L));
    }

    @Test
    void the_event_reads_and_writes_as_it_always_did() throws IOException {
        UUID id = UUID.fromString("019a9e5c-0000-7000-8000-000000000001");
        BasketSold event = new BasketSold(id, id, "53", List.of(id), Instant.parse("2026-11-21T04:00:00Z"));
        String sample = "{\"basketId\":\"" + id + "\",\"memberId\":\"" + id
                + "\",\"provinceCode\":\"53\",\"listingIds\":[\"" + id + "\"],\"at\":\"2026-11-21T04:00:00Z\"}";
        assertThat(BasketSold.class.getAnnotation(EventName.class).value()).isEqualTo("basket.sold");
        assertThat(json.writeValueAsString(event)).isEqualTo(sample);
        assertThat(json.readValue(sample, BasketSold.class)).isEqualTo(event);
    }

    private List<Signal> await(int count) {
        List<Signal> found = signals.recent(member, Duration.ofDays(1), 10);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (found.size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            found = signals.recent(member, Duration.ofDays(1), 10);
        }
        return found;
    }

    private Signal signal(Signal.Kind kind, Instant at) {
        return new Signal(Ids.next(), member, kind, goods, 0, at);
    }
}
