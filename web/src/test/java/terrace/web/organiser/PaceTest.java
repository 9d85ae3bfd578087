package terrace.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(10));

    @Test
    void a_quarter_sold_in_a_quarter_of_the_time_comes_to_the_goal_at_the_end() {
        var now = START.plus(Duration.ofHours(60));
        assertThat(Pace.of(START, END, now, 250, 1_000)).isEqualTo(new Pace(1_000, END));
    }

    @Test
    void nothing_is_told_by_nothing() {
        assertThat(Pace.of(START, END, START.plus(Duration.ofMinutes(59)), 250, 1_000))
                .isNull();
        assertThat(Pace.of(START, END, START.plus(Duration.ofDays(1)), 0, 1_000))
                .isNull();
        assertThat(Pace.of(START, END, START.plus(Duration.ofDays(1)), -5, 1_000))
                .isNull();
    }

    @Test
    void what_would_take_years_has_no_day() {
        var now = START.plus(Duration.ofDays(1));
        assertThat(Pace.of(START, END, now, 1, Long.MAX_VALUE)).isEqualTo(new Pace(10, null));
    }
}
