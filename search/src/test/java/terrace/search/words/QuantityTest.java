package terrace.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @ValueSource(strings = {"红米5斤", "2.5kg 红米", "红米 2500克", "五斤红米", "红米2.5公斤装", "红米 2.5 千克", "2500g红米"})
    void the_same_weight_is_the_same_however_it_is_said(String text) {
        assertThat(Quantity.in(text)).singleElement().satisfies(said -> {
            assertThat(said.grams()).isEqualTo(2_500);
            assertThat(said.count()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"半斤茶叶, 250, 0", "两斤蜂蜜, 1000, 0", "腊肉八两, 400, 0", "十斤苹果, 5000, 0", "土鸡蛋30枚装, 0, 30", "花椰菜 3颗, 0, 3"})
    void weights_and_counts_are_told_apart(String text, long grams, long count) {
        Quantity said = Quantity.in(text).getFirst();
        assertThat(said.grams()).isEqualTo(grams);
        assertThat(said.count()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一个苹果", "三只松鼠", "两广总督", "红米", "9999999斤", "5gb", "斤", ""})
    void what_is_no_amount_is_none(String text) {
        assertThat(Quantity.in(text)).isEmpty();
    }

    @Test
    void each_stands_where_it_was_said() {
        String text = "红米5斤 鸡蛋10枚";
        assertThat(Quantity.in(text))
                .extracting(said -> text.substring(said.start(), said.end()))
                .containsExactly("5斤", "10枚");
        assertThat(Quantity.in("5斤").getFirst().sameAs(Quantity.in("2.5公斤").getFirst()))
                .isTrue();
        assertThat(Quantity.in("5斤").getFirst().sameAs(Quantity.in("5枚").getFirst()))
                .isFalse();
    }
}
