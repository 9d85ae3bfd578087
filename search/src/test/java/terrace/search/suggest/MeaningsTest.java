package terrace.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningsTest {
    @ParameterizedTest
    @CsvSource({
        "五常大米, 五常大来, true",
        "五常大米, 五常大, true",
        "五常大米, 五长常大米, true",
        "五常大米, 五常大米, false",
        "五常大米, 五常小麦, false",
        "五常大米, 常五大米, false",
        "pingguo, pinguo, true",
        "pingguo, pingguoo, true",
        "pingguo, gguo, false",
        "a, b, true"
    })
    void one_character_other_too_many_or_missing(String one, String other, boolean oneOff) {
        assertThat(Meanings.isOneOff(one, other)).isEqualTo(oneOff);
        assertThat(Meanings.isOneOff(other, one)).isEqualTo(oneOff);
    }
}
