package terrace.search.stillness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By a clock that goes when the test says so. */
class StillnessTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final AtomicLong clock = new AtomicLong(-1);
    private final Stillness stillness = new Stillness(clock::get);

    @Test
    void nothing_is_known_before_anybody_has_looked_or_when_nobody_looks_any_more() {
        assertThat(stillness.since(stillness.moment())).isFalse();
        looks(false, NOON, 10);
        long moment = stillness.moment();
        assertThat(stillness.since(moment)).isTrue();
        passes(Stillness.LOOKED_LATELY);
        assertThat(stillness.since(moment)).isFalse();
        stillness.seen(false, NOON);
        assertThat(stillness.since(moment))
                .as("what happened meanwhile nobody saw")
                .isFalse();
    }

    @Test
    void a_change_ends_it_until_the_index_shows_it() {
        looks(false, NOON, 10);
        long before = stillness.moment();
        stillness.seen(false, NOON.plusSeconds(1));
        assertThat(stillness.since(before)).isFalse();
        assertThat(stillness.since(stillness.moment()))
                .as("may not be shown yet")
                .isFalse();
        looks(false, NOON.plusSeconds(1), 5);
        long after = stillness.moment();
        assertThat(stillness.since(after)).isTrue();
        assertThat(stillness.since(before)).isFalse();
    }

    @Test
    void what_waits_is_a_change_at_every_look() {
        looks(false, NOON, 10);
        looks(true, NOON, 10);
        assertThat(stillness.since(stillness.moment())).isFalse();
    }

    @Test
    void that_changes_are_forgotten_after_a_minute_is_none() {
        looks(false, NOON, 10);
        long before = stillness.moment();
        looks(false, null, 10);
        assertThat(stillness.since(before)).isTrue();
        stillness.seen(false, NOON);
        assertThat(stillness.since(before)).isFalse();
    }

    private void looks(boolean waiting, @Nullable Instant changed, int seconds) {
        for (int second = 0; second < seconds; second++) {
            stillness.seen(waiting, changed);
            passes(Duration.ofSeconds(1));
        }
    }

    private void passes(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
