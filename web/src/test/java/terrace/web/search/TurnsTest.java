package terrace.web.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Searches wait for their turn, but not for one that hangs, and one that fails keeps nobody's turn. */
class TurnsTest {
    private static final int TURNS = 2;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration SOON = Duration.ofMillis(200);

    private final Turns turns = new Turns(TURNS);

    @Test
    void where_all_hang_the_next_goes_on_after_a_while() throws Exception {
        CountDownLatch hanging = new CountDownLatch(TURNS);
        CountDownLatch answered = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> searches = new ArrayList<>();
            for (int number = 0; number < TURNS; number++) {
                searches.add(threads.submit(() -> turns.take(() -> hang(hanging, answered))));
            }
            hanging.await();
            Duration waited = waited();
            answered.countDown();
            assertThat(waited).isGreaterThanOrEqualTo(PATIENCE);
            for (Future<Boolean> search : searches) {
                assertThat(search.get()).isTrue();
            }
        }
        assertThat(waited()).as("turns came back").isLessThan(SOON);
    }

    @Test
    void a_search_that_fails_gives_its_turn_back() {
        for (int number = 0; number < TURNS; number++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("no index");
                    }));
        }
        assertThat(waited()).isLessThan(SOON);
    }

    private Duration waited() {
        long begun = System.nanoTime();
        return turns.take(() -> Duration.ofNanos(System.nanoTime() - begun));
    }

    private static boolean hang(CountDownLatch hanging, CountDownLatch answered) {
        hanging.countDown();
        try {
            answered.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
