package terrace.marketplace.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void yuan_has_two_decimals() {
        assertThat(Money.yuan(1250)).isEqualTo("12.50");
        assertThat(Money.yuan(5)).isEqualTo("0.05");
    }

    @Test
    void people_read_thousands_apart() {
        assertThat(Money.grouped(5)).isEqualTo("0.05");
        assertThat(Money.grouped(99_999)).isEqualTo("999.99");
        assertThat(Money.grouped(100_000)).isEqualTo("1,000.00");
        assertThat(Money.grouped(-2_000_000)).isEqualTo("-20,000.00");
        assertThat(Money.grouped(123_456_789_012L)).isEqualTo("1,234,567,890.12");
    }

    @Test
    void what_is_no_sum_is_refused_and_every_sum_comes_back_the_same() {
        assertThat(Money.fen("12.345")).isEmpty();
        assertThat(Money.fen("-1")).isEmpty();
        assertThat(Money.fen("1e3")).isEmpty();
        assertThat(Money.fen("99999999999")).isEmpty();
        for (long fen = 0; fen < 100_000; fen++) {
            assertThat(Money.fen(Money.yuan(fen))).hasValue(fen);
        }
    }

    @Test
    void half_a_fen_per_jin_is_rounded_up() {
        assertThat(Money.perJin(2980, 2500)).isEqualTo(596);
        assertThat(Money.perJin(3650, 250)).isEqualTo(7300);
        assertThat(Money.perJin(1, 1000)).isEqualTo(1);
        assertThat(Money.perJin(1, 1001)).isZero();
    }

    @Test
    void shares_always_add_up_and_are_less_than_a_fen_from_fair() {
        assertThat(Money.split(1000, new long[] {9500, 5000})).containsExactly(655, 345);
        SplittableRandom random = new SplittableRandom(20261120);
        for (int round = 0; round < 10_000; round++) {
            long[] weights = random.longs(1 + random.nextInt(8), 1, 1_000_000).toArray();
            long fen = random.nextLong(10_000_000);
            long[] parts = Money.split(fen, weights);
            long total = LongStream.of(weights).sum();
            assertThat(LongStream.of(parts).sum()).isEqualTo(fen);
            for (int i = 0; i < parts.length; i++) {
                assertThat(Math.abs(parts[i] * total - fen * weights[i])).isLessThan(total);
            }
        }
    }
}
