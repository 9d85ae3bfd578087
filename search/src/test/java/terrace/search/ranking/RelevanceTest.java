package terrace.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    private final Relevance chinese = new Relevance(4, 2, false);

    @Test
    void every_step_and_part_adds_and_none_takes_away() {
        double nothing = chinese.of(fit(0, 0, 0.45));
        for (Tier tier : Tier.values()) {
            assertThat(chinese.of(fit(tier.bit(), 0, 0.45))).isGreaterThanOrEqualTo(nothing);
        }
        assertThat(chinese.of(fit(0, 10, 0.45))).isGreaterThan(nothing);
        assertThat(chinese.of(fit(0, 0, 0.6))).isGreaterThan(nothing);
    }

    @Test
    void the_steps_are_bits_and_each_is_worth_more_than_all_below() {
        Tier[] tiers = Tier.values();
        for (int at = 0; at < tiers.length; at++) {
            int below = Arrays.stream(tiers, at + 1, tiers.length)
                    .mapToInt(Tier::bit)
                    .sum();
            assertThat(tiers[at].bit()).isGreaterThan(below);
            assertThat(Integer.bitCount(tiers[at].bit())).isEqualTo(1);
        }
    }

    @Test
    void the_parts_are_the_whole() {
        Fit fit = fit(Tier.ALL_WORDS.bit() | Tier.QUANTITY.bit(), 12, 0.7);
        double sum = chinese.partsOf(fit).stream().mapToDouble(Worth::adds).sum();
        assertThat(chinese.of(fit)).isCloseTo(sum, within(1e-9));
        assertThat(chinese.partsOf(fit)).extracting(Worth::part).contains("ALL_WORDS", "QUANTITY", "meaning");
    }

    @Test
    void a_title_without_vector_stands_between_what_answers_and_what_does_not() {
        assertThat(chinese.of(fit(0, 0, null)))
                .isGreaterThan(chinese.of(fit(0, 0, 0.3)))
                .isLessThan(chinese.of(fit(0, 0, 0.6)));
    }

    private static Fit fit(int tiers, double characters, @Nullable Double cosine) {
        return new Fit(tiers, characters, 0, 0, 0, cosine);
    }
}
