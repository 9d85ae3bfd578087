package terrace.orders.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.orders.stripe.NoticeSignature.Verdict;

class NoticeSignatureTest {

    private static final String SECRET = "whsec_test";
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0,GENUINE",
        "-300,GENUINE",
        "-301,TOO_OLD",
        "60,GENUINE",
        "61,FROM_THE_FUTURE",
        "31536000,FROM_THE_FUTURE"
    })
    void a_notice_counts_only_near_its_time(long offsetSeconds, Verdict verdict) {
        String header = NoticeSignature.header(BODY, SECRET, NOW.plusSeconds(offsetSeconds));
        assertThat(NoticeSignature.judge(BODY, header, SECRET, NOW)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "t", "t=abc,v1=00", "t=1", "v1=00", "t=99999999999999,v1=aa", "=,=,=", "t=1,v1=zz", "t=,v1="
            })
    void a_malformed_header_is_refused_and_nothing_breaks(@Nullable String header) {
        assertThat(NoticeSignature.judge(BODY, header, SECRET, NOW)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void another_secret_or_another_body_is_a_forgery() {
        String header = NoticeSignature.header(BODY, "other", NOW);
        assertThat(NoticeSignature.judge(BODY, header, SECRET, NOW)).isEqualTo(Verdict.FORGED);
        String genuine = NoticeSignature.header(BODY, SECRET, NOW);
        byte[] changed = "{\"id\":\"evt_2\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(NoticeSignature.judge(changed, genuine, SECRET, NOW)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void while_the_secret_changes_one_fitting_hash_is_enough() {
        String genuine = NoticeSignature.header(BODY, SECRET, NOW);
        String other = NoticeSignature.header(BODY, "old", NOW);
        String both = other + genuine.substring(genuine.indexOf(','));
        assertThat(NoticeSignature.judge(BODY, both, SECRET, NOW)).isEqualTo(Verdict.GENUINE);
    }
}
