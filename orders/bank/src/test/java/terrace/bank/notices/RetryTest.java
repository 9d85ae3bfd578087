package terrace.bank.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
    @Test
    void the_wait_doubles_from_a_second_to_a_minute() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 1000).mapToLong(Notices::retryMillis))
                .containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L, 60_000L);
    }
}
