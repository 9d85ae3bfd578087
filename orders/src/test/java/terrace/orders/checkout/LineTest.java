package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.orders.checkout.Line.Outcome;
import terrace.orders.checkout.Line.Rules;

/** Served by somebody who answers when the test says so. */
class LineTest {
    private final LinkedBlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final AtomicLong pieces = new AtomicLong();

    private record Batch(List<PlaceOrder> wishes, CompletableFuture<@Nullable RuntimeException> end) {}

    private Map<UUID, Outcome> serve(List<PlaceOrder> wishes) {
        Batch batch = new Batch(wishes, new CompletableFuture<>());
        batches.add(batch);
        RuntimeException failure = batch.end().join();
        if (failure != null) {
            throw failure;
        }
        Map<UUID, Outcome> outcomes = new HashMap<>();
        wishes.forEach(
                wish -> outcomes.put(wish.purchaseId(), new Outcome(new Placement.Placed(wish.purchaseId()), null)));
        return outcomes;
    }

    private Line line(int servers, int waitingMax, Duration patience) {
        return new Line(new Rules(servers, new Semaphore(servers), waitingMax, patience), this::serve);
    }

    private static PlaceOrder wish(UUID member) {
        return new PlaceOrder(Ids.next(), member, Ids.next(), Set.of(Ids.next()), 100);
    }

    /** Comes and waits; in a thread of its own. */
    private static FutureTask<Placement> comes(Line line, PlaceOrder wish) throws InterruptedException {
        FutureTask<Placement> answer = new FutureTask<>(() -> line.place(wish));
        Thread thread = Thread.ofPlatform().daemon().start(answer);
        while (!answer.isDone()
                && thread.getState() != Thread.State.TIMED_WAITING
                && thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return answer;
    }

    @Test
    void who_comes_first_goes_at_once_and_those_who_come_meanwhile_go_together() throws Exception {
        Line line = line(1, 100, Duration.ofSeconds(30));
        FutureTask<Placement> first = comes(line, wish(Ids.next()));
        Batch alone = batches.take();
        List<PlaceOrder> wishes = new ArrayList<>();
        List<FutureTask<Placement>> others = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            wishes.add(wish(Ids.next()));
            others.add(comes(line, wishes.getLast()));
        }
        assertThat(batches).isEmpty();
        alone.end().complete(null);
        Batch together = batches.take();
        assertThat(first.get())
                .isEqualTo(new Placement.Placed(alone.wishes().getFirst().purchaseId()));
        assertThat(together.wishes()).isEqualTo(wishes);
        assertThat(others).noneMatch(FutureTask::isDone);
        together.end().complete(null);
        for (int number = 0; number < 5; number++) {
            assertThat(others.get(number).get())
                    .isEqualTo(new Placement.Placed(wishes.get(number).purchaseId()));
        }
    }

    @Test
    void a_member_is_in_one_batch_once_and_a_form_sent_twice_gets_one_answer() throws Exception {
        Line line = line(1, 100, Duration.ofSeconds(30));
        var _ = comes(line, wish(Ids.next()));
        Batch before = batches.take();
        UUID member = Ids.next();
        PlaceOrder form = wish(member);
        PlaceOrder other = wish(member);
        FutureTask<Placement> once = comes(line, form);
        FutureTask<Placement> twice = comes(line, form);
        FutureTask<Placement> later = comes(line, other);
        before.end().complete(null);
        Batch one = batches.take();
        assertThat(one.wishes()).containsExactly(form);
        one.end().complete(null);
        assertThat(once.get()).isEqualTo(twice.get());
        Batch two = batches.take();
        assertThat(two.wishes()).containsExactly(other);
        two.end().complete(null);
        assertThat(later.get()).isEqualTo(new Placement.Placed(other.purchaseId()));
    }

    @Test
    void a_failure_is_everybodys_of_that_batch_and_nobodys_of_the_next() throws Exception {
        Line line = line(1, 100, Duration.ofSeconds(30));
        FutureTask<Placement> unlucky = comes(line, wish(Ids.next()));
        FutureTask<Placement> next = comes(line, wish(Ids.next()));
        batches.take().end().complete(new IllegalStateException("the disk is full"));
        batches.take().end().complete(null);
        assertThatThrownBy(unlucky::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("the disk is full");
        assertThat(next.get()).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void who_finds_the_line_too_long_or_waits_too_long_is_sent_away() throws Exception {
        Line line = line(1, 1, Duration.ofMillis(20));
        FutureTask<Placement> served = comes(line, wish(Ids.next()));
        Batch batch = batches.take();
        FutureTask<Placement> waits = comes(line, wish(Ids.next()));
        FutureTask<Placement> tooMany = comes(line, wish(Ids.next()));
        assertThat(tooMany.get()).isEqualTo(new Placement.Crowded());
        assertThat(waits.get()).isEqualTo(new Placement.Crowded());
        batch.end().complete(null);
        assertThat(served.get()).isInstanceOf(Placement.Placed.class);
        FutureTask<Placement> after = comes(line, wish(Ids.next()));
        batches.take().end().complete(null);
        assertThat(after.get()).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void no_more_go_together_than_there_are_pieces_for() throws Exception {
        Line line = scarce(5);
        List<FutureTask<Placement>> people = new ArrayList<>();
        people.add(comes(line, wish(Ids.next())));
        Batch first = batches.take();
        for (int number = 0; number < 6; number++) {
            people.add(comes(line, wish(Ids.next())));
        }
        sold(first);
        Batch second = batches.take();
        assertThat(second.wishes()).hasSize(4);
        sold(second);
        Batch late = batches.take();
        assertThat(late.wishes()).as("nothing is left: all hear so at once").hasSize(2);
        sold(late);
        for (FutureTask<Placement> person : people) {
            assertThat(person.get()).isInstanceOf(Placement.Placed.class);
        }
    }

    @Test
    void where_those_being_served_may_take_all_the_next_wait_for_their_end() throws Exception {
        Line line = scarce(1, 2);
        FutureTask<Placement> first = comes(line, wish(Ids.next()));
        Batch takesTheLast = batches.take();
        FutureTask<Placement> next = comes(line, wish(Ids.next()));
        assertThat(batches).isEmpty();
        sold(takesTheLast);
        sold(batches.take());
        assertThat(first.get()).isInstanceOf(Placement.Placed.class);
        assertThat(next.get()).isInstanceOf(Placement.Placed.class);
    }

    private Line scarce(long pieces) {
        return scarce(pieces, 1);
    }

    private Line scarce(long pieces, int servers) {
        this.pieces.set(pieces);
        return new Line(
                new Rules(servers, new Semaphore(servers), 100, Duration.ofSeconds(30)), this::serve, this.pieces::get);
    }

    private void sold(Batch batch) {
        pieces.addAndGet(-batch.wishes().size());
        batch.end().complete(null);
    }
}
