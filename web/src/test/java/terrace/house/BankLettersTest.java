package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankLink;
import terrace.orders.stripe.NoticeSignature;

/** The bank's letters as they come in by the front door: what is odd is refused and counted, and breaks nothing. */
class BankLettersTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String STRIPE = "/api/v1/bank/notices";
    private static final byte[] EVENT =
            "{\"id\":\"evt_letters\",\"type\":\"balance.available\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_signed_letter_is_kept_and_a_forged_one_is_not() {
        String secret = HOUSE.door(BankLink.class).noticeSecret();
        String signature =
                NoticeSignature.header(EVENT, secret, HOUSE.door(Clock.class).now());
        double before = counted("KEPT");
        assertThat(status(letter(STRIPE, EVENT).header("Stripe-Signature", signature)))
                .isEqualTo(200);
        assertThat(status(letter(STRIPE + "/stripe", EVENT).header("Stripe-Signature", signature)))
                .as("again, by the channel's own address")
                .isEqualTo(200);
        assertThat(counted("KEPT") - before).isEqualTo(2);
        double forged = counted("FORGED");
        String other =
                NoticeSignature.header(EVENT, "other", HOUSE.door(Clock.class).now());
        assertThat(status(letter(STRIPE, EVENT).header("Stripe-Signature", other)))
                .isEqualTo(400);
        assertThat(counted("FORGED") - forged).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ";;;",
                "a/b/c",
                "text/plain; charset=klingon",
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=klingon",
                "application/x-www-form-urlencoded; charset=",
                "application/json; charset=utf-16",
                "multipart/form-data",
                "multipart/form-data; boundary=b"
            })
    void whatever_a_letter_says_it_is_it_is_refused(String type) {
        for (String address : List.of(STRIPE, STRIPE + "/stripe", STRIPE + "/ccb", STRIPE + "/nobody")) {
            for (String body : List.of("", "a=1&a=2&SIGN=00", "[1]", "%zz", "\u0000")) {
                HttpRequest.Builder letter = HOUSE.ask(address)
                        .header("Content-Type", type)
                        .header("Stripe-Signature", "t=abc,v1=zz")
                        .POST(BodyPublishers.ofString(body));
                double before = counted();
                assertThat(status(letter)).as("%s %s %s", address, type, body).isEqualTo(400);
                assertThat(counted() - before)
                        .as("counted: %s %s %s", address, type, body)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void what_the_bank_signed_is_refused_where_it_is_no_notice_all_the_same() {
        for (String event : List.of(
                "{\"id\":\"evt_\\u0000\",\"type\":\"a\"}",
                "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"a\"}",
                "{\"id\":\"evt_1\"}",
                "{}")) {
            byte[] body = event.getBytes(StandardCharsets.UTF_8);
            double before = counted("UNREADABLE");
            assertThat(status(letter(STRIPE, body).header("Stripe-Signature", signature(body))))
                    .as(event)
                    .isEqualTo(400);
            assertThat(counted("UNREADABLE") - before).isEqualTo(1);
        }
        double before = counted("MALFORMED");
        assertThat(status(HOUSE.ask(STRIPE)
                        .header("Content-Type", "application/json; charset=gbk")
                        .header("Stripe-Signature", signature(EVENT))
                        .POST(BodyPublishers.ofByteArray(EVENT))))
                .isEqualTo(400);
        assertThat(counted("MALFORMED") - before).isEqualTo(1);
    }

    private static String signature(byte[] body) {
        return NoticeSignature.header(
                body,
                HOUSE.door(BankLink.class).noticeSecret(),
                HOUSE.door(Clock.class).now());
    }

    private static double counted() {
        return HOUSE.door(MeterRegistry.class).find("terrace.bank.notices").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void odd_headers_and_large_bodies_are_refused() {
        byte[] large = new byte[300 * 1024];
        assertThat(status(letter(STRIPE, large))).isEqualTo(400);
        assertThat(status(letter(STRIPE + "/ccb", large))).isEqualTo(400);
        assertThat(status(letter(STRIPE, EVENT))).as("no signature").isEqualTo(400);
        assertThat(status(letter(STRIPE, EVENT)
                        .header("Stripe-Signature", "t=1,v1=0")
                        .header("Stripe-Signature", "t=1,v1=0")))
                .as("two signatures")
                .isEqualTo(400);
        assertThat(status(letter(STRIPE, EVENT)
                        .header("Content-Encoding", "rot13")
                        .header("Stripe-Signature", "t=1,v1=0")))
                .isEqualTo(400);
    }

    @Test
    void the_way_back_leads_nowhere_but_home() {
        for (String query :
                List.of("", "?ORDERID=1", "?SIGN=00", "?POSID=%zz&SIGN=00", "?a=b&a=b&SIGN=" + "0".repeat(256))) {
            HttpResponse<String> answer = HOUSE.get("/payments/ccb/return" + query.replace("%zz", "%25zz"));
            assertThat(answer.statusCode()).as(query).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/orders");
        }
    }

    private static HttpRequest.Builder letter(String address, byte[] body) {
        return HOUSE.ask(address).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
    }

    private static int status(HttpRequest.Builder letter) {
        return HOUSE.answer(letter).statusCode();
    }

    private static double counted(String outcome) {
        Counter counter = HOUSE.door(MeterRegistry.class)
                .find("terrace.bank.notices")
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
