package terrace.marketplace.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;

@MicronautTest(transactional = false)
class AttemptsTest {

    private static final AttemptKind KIND = AttemptKind.SIGN_IN;

    @Inject
    Attempts attempts;

    @Inject
    Clock clock;

    private final String who = "who-" + UUID.randomUUID();
    private final String address = "address-" + UUID.randomUUID();

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void one_person_from_one_address_may_fail_a_few_times_and_is_told_when_to_try_again() {
        fail(KIND.sameWhoAndAddressMax, who, address);
        var attempt = (Attempt.TooMany) attempts.begin(KIND, who, address);
        assertThat(attempt.tryAgainAt())
                .isBetween(
                        clock.now().plus(KIND.window).minusSeconds(60),
                        clock.now().plus(KIND.window));
        clock.shift(KIND.window.plusSeconds(5));
        assertThat(attempts.begin(KIND, who, address)).isInstanceOf(Attempt.Begun.class);
    }

    @Test
    void success_forgives_earlier_failures() {
        fail(KIND.sameWhoAndAddressMax - 1, who, address);
        attempts.succeed((Attempt.Begun) attempts.begin(KIND, who, address));
        fail(KIND.sameWhoAndAddressMax - 1, who, address);
        assertThat(attempts.begin(KIND, who, address)).isInstanceOf(Attempt.Begun.class);
    }

    @Test
    void one_address_may_not_try_many_people() {
        for (int i = 0; i < KIND.sameAddressMax; i++) {
            assertThat(attempts.begin(KIND, who + i, address)).isInstanceOf(Attempt.Begun.class);
        }
        assertThat(attempts.begin(KIND, who, address)).isInstanceOf(Attempt.TooMany.class);
        assertThat(attempts.begin(KIND, who, address + "other")).isInstanceOf(Attempt.Begun.class);
    }

    @Test
    void a_stranger_with_many_addresses_is_stopped_but_cannot_keep_the_owner_out() {
        attempts.succeed((Attempt.Begun) attempts.begin(KIND, who, "home of " + who));
        for (int i = 0; i < KIND.sameWhoMax; i++) {
            attempts.begin(KIND, who, address + i);
        }
        assertThat(attempts.begin(KIND, who, address + "new")).isInstanceOf(Attempt.TooMany.class);
        assertThat(attempts.begin(KIND, who, "home of " + who)).isInstanceOf(Attempt.Begun.class);
    }

    @Test
    void tries_made_at_once_count_one_by_one() throws Exception {
        Callable<Attempt> attempt = () -> attempts.begin(KIND, who, address);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(30).toList());
            var begun = List.copyOf(tries).stream()
                    .filter(each -> each.resultNow() instanceof Attempt.Begun)
                    .count();
            assertThat(begun).isEqualTo(KIND.sameWhoAndAddressMax);
        }
    }

    @Test
    void failures_of_days_ago_are_forgotten() {
        fail(1, who, address);
        clock.shift(Duration.ofDays(2));
        attempts.clear();
        clock.shift(Duration.ZERO);
        fail(KIND.sameWhoAndAddressMax - 1, who, address);
        assertThat(attempts.begin(KIND, who, address)).isInstanceOf(Attempt.Begun.class);
    }

    private void fail(int times, String whoFails, String from) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin(KIND, whoFails, from)).isInstanceOf(Attempt.Begun.class);
        }
    }
}
