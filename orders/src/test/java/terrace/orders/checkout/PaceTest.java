package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final Duration LONGEST = Duration.ofMillis(50);

    private final Pace pace = new Pace(100, LONGEST);

    @Test
    void those_who_come_at_once_go_one_after_the_other_and_nobody_waits_too_long() {
        assertThat(LongStream.range(0, 8).map(n -> pace.waiting(0) / MILLI).toArray())
                .containsExactly(0, 10, 20, 30, 40, 50, 50, 50);
    }

    @Test
    void time_that_nobody_used_is_not_saved_up() {
        pace.waiting(0);
        assertThat(pace.waiting(5 * MILLI)).isEqualTo(5 * MILLI);
        assertThat(pace.waiting(1_000 * MILLI)).isZero();
        assertThat(pace.waiting(1_000 * MILLI)).isEqualTo(10 * MILLI);
    }

    @Test
    void waiting_takes_that_long() {
        long begun = System.nanoTime();
        pace.await();
        pace.await();
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(9 * MILLI);
    }
}
