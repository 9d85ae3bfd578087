package terrace.marketplace.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckDigitsTest {

    @Test
    void a_credit_code_with_a_slip_is_noticed() {
        assertThat(CheckDigits.creditCode("91350100M000100Y43"))
                .as("the example of GB 32100-2015")
                .isTrue();
        assertThat(CheckDigits.creditCode("91350100M000100Y44")).isFalse();
        assertThat(CheckDigits.creditCode("91350100M00010Y043")).isFalse();
        assertThat(CheckDigits.creditCode("91350100I000100Y43"))
                .as("I is not used")
                .isFalse();
        assertThat(CheckDigits.creditCode("91350100M000100Y4")).isFalse();
        assertThat(CheckDigits.creditCode("")).isFalse();
    }

    @Test
    void an_identity_number_with_a_slip_is_noticed() {
        assertThat(CheckDigits.idNumber("11010519491231002X"))
                .as("the example of GB 11643-1999")
                .isTrue();
        assertThat(CheckDigits.idNumber("440524188001010014"))
                .as("the other example")
                .isTrue();
        assertThat(CheckDigits.idNumber("110105194912310021")).isFalse();
        assertThat(CheckDigits.idNumber("11010519491213002X")).isFalse();
        assertThat(CheckDigits.idNumber("1101051949123100XX")).isFalse();
        assertThat(CheckDigits.idNumber("110105491231002"))
                .as("the old fifteen digits")
                .isFalse();
    }
}
