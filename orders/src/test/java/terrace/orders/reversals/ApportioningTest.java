package terrace.orders.reversals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ApportioningTest {
    private static final int WALKS = 3_000;

    @Test
    void the_worked_example_of_the_books() {
        // 40 % of goods of 95.00, of which a platform paid 6.55 and an organiser 1.97
        long[] paid = {8_648, 655, 197};
        assertThat(Apportioning.share(paid, new long[3], 3_800)).containsExactly(3_459, 262, 79);
    }

    @Test
    void in_however_many_pieces_everybody_gets_all_of_theirs_and_never_more() {
        SplittableRandom random = new SplittableRandom(11);
        for (int walk = 0; walk < WALKS; walk++) {
            long[] paid = random.longs(random.nextInt(1, 6), 0, 60).toArray();
            long left = Arrays.stream(paid).sum();
            long[] had = new long[paid.length];
            while (left > 0) {
                long fen = random.nextLong(1, left + 1);
                long[] shares = Apportioning.share(paid, had, fen);
                assertThat(Arrays.stream(shares).sum()).isEqualTo(fen);
                for (int at = 0; at < paid.length; at++) {
                    assertThat(shares[at]).isNotNegative();
                    had[at] += shares[at];
                    assertThat(had[at]).isLessThanOrEqualTo(paid[at]);
                }
                left -= fen;
            }
            assertThat(had).isEqualTo(paid);
        }
    }

    @Test
    void nobody_is_far_from_his_part_on_the_way() {
        long[] paid = {700, 200, 100};
        long[] had = new long[3];
        for (int fen = 1; fen <= 1_000; fen++) {
            long[] shares = Apportioning.share(paid, had, 1);
            for (int at = 0; at < paid.length; at++) {
                had[at] += shares[at];
                assertThat(Math.abs(had[at] * 1_000 - paid[at] * fen)).isLessThanOrEqualTo(1_000);
            }
        }
    }

    @Test
    void large_sums_do_not_overflow_and_more_than_the_whole_is_refused() {
        long[] paid = {900_000_000_000_000L, 100_000_000_000_000L};
        assertThat(Apportioning.share(paid, new long[2], 500_000_000_000_000L))
                .containsExactly(450_000_000_000_000L, 50_000_000_000_000L);
        assertThatThrownBy(() -> Apportioning.share(new long[] {5}, new long[] {3}, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Apportioning.share(new long[] {0}, new long[1], 0)).containsExactly(0);
    }
}
