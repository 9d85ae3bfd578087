package terrace.marketplace.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_rfc_6238_appendix_b(long second, String code) {
        assertThat(Totp.code(SECRET, second / Totp.STEP_SECONDS, 8)).isEqualTo(code);
    }

    @Test
    void a_code_is_good_for_one_step_to_either_side_and_no_more() {
        var moment = Instant.ofEpochSecond(1_111_111_109L);
        long step = moment.getEpochSecond() / Totp.STEP_SECONDS;
        for (long aside = -1; aside <= 1; aside++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step + aside, 6), moment))
                    .hasValue(step + aside);
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2, 6), moment)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2, 6), moment)).isEmpty();
        assertThat(Totp.step(SECRET, "", moment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base_32_is_that_of_rfc_4648(String text, String encoded) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).isEqualTo(bytes);
    }
}
