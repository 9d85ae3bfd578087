package terrace.catalog.flashsales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Flash sales are at ten, at two and at eight, by the clock of China. */
class SessionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void three_a_day_of_two_hours_each() {
        assertThat(Session.ofDay(DAY)).extracting(Session::hour).containsExactly(10, 14, 20);
        Session first = Session.at(DAY, 10).orElseThrow();
        assertThat(first.startsAt()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(first.endsAt()).isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
        assertThat(Session.at(DAY, 11)).isEmpty();
    }

    @Test
    void the_next_are_those_that_have_not_ended_the_next_morning_after_the_last() {
        Instant nearlyNoon =
                DAY.atTime(11, 59).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        assertThat(Session.next(DAY, nearlyNoon, 4))
                .containsExactly(
                        new Session(DAY, 10),
                        new Session(DAY, 14),
                        new Session(DAY, 20),
                        new Session(DAY.plusDays(1), 10));
        assertThat(Session.next(DAY, nearlyNoon.plus(Duration.ofMinutes(1)), 1))
                .as("at noon the first is over")
                .containsExactly(new Session(DAY, 14));
    }
}
