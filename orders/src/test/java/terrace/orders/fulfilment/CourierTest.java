package terrace.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourierTest {

    @ParameterizedTest
    @CsvSource({
        "SF, SF1234567890123",
        "SF, sf 1234 5678 90123",
        "EMS, EA123456789CN",
        "EMS, 1234567890123",
        "ZTO, 123456789012",
        "YTO, YT1234567890123",
        "YUNDA, 1234567890123",
        "STO, 123456789012345",
        "JT, JT1234567890123",
        "JD, JDVA12345678901"
    })
    void a_courier_recognises_its_numbers(Courier courier, String number) {
        assertThat(courier.recognises(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"SF, 12345", "EMS, SF1234567890123", "ZTO, <b>123456789</b>", "JD, '=HYPERLINK(1)'", "STO, ''"})
    void a_courier_refuses_what_cannot_be_its_number(Courier courier, String number) {
        assertThat(courier.recognises(number)).isFalse();
    }

    @Test
    void every_courier_is_found_by_its_code_and_fits_its_column() {
        for (Courier courier : Courier.values()) {
            assertThat(Courier.byCode(courier.code())).contains(courier);
            assertThat(courier.code().length()).isLessThanOrEqualTo(20);
        }
        assertThat(Courier.byCode("POST")).isEmpty();
    }
}
