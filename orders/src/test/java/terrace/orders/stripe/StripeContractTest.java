package terrace.orders.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.gateway.GatewayContract;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.gateway.WithTheBank;

@MicronautTest(transactional = false, environments = "sandbox")
@WithTheBank
class StripeContractTest extends GatewayContract {

    private static final String SIGNATURE = "stripe-signature";

    @Override
    protected String channel() {
        return "stripe";
    }

    @Override
    protected String openPath() {
        return "/v1/checkout/sessions";
    }

    @Override
    protected String refundPath() {
        return "/v1/refunds";
    }

    @Override
    protected String questionPath() {
        return "/v1/checkout/sessions/*";
    }

    @Override
    protected String questionMethod() {
        return "GET";
    }

    @Override
    protected List<String> lines(String file) {
        return file.lines()
                .filter(line -> Character.isDigit(line.charAt(0)))
                .map(line -> line.split(",", -1))
                .map(parts -> parts[4] + "=" + parts[5])
                .toList();
    }

    @Override
    protected String written(UUID id) {
        return id.toString();
    }

    @Override
    protected NoticeLetter dated(NoticeLetter genuine, Instant at) {
        String header = NoticeSignature.header(genuine.body(), link.noticeSecret(), at);
        return new NoticeLetter(genuine.body(), Map.of(SIGNATURE, List.of(header)));
    }

    @Override
    protected List<NoticeLetter> odd(NoticeLetter genuine) {
        byte[] body = genuine.body();
        String header = genuine.header(SIGNATURE).orElseThrow();
        List<String> json = List.of("application/json", "application/json");
        return List.of(
                new NoticeLetter(body, Map.of(SIGNATURE, List.of(header), "content-type", List.of("text/plain"))),
                new NoticeLetter(body, Map.of(SIGNATURE, List.of(header), "content-type", json)),
                new NoticeLetter(
                        body,
                        Map.of(SIGNATURE, List.of(header), "content-type", List.of("application/json;charset=gbk"))),
                // signed, and still no notice
                signed("[1]"),
                signed("{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"a\"}"),
                signed("{\"id\":\"evt_1\",\"type\":\"a\"} {}"),
                signed("{\"id\":\"evt_\\u0000\",\"type\":\"a\"}"),
                signed("{\"id\":\"evt_1\",\"type\":\"\\ud800\"}"),
                signed("{\"id\":\"" + "e".repeat(256) + "\",\"type\":\"a\"}"),
                dated(
                        new NoticeLetter(
                                "{\"id\":\"evt_1\",\"type\":\"a\"}".getBytes(StandardCharsets.UTF_16), Map.of()),
                        clock.now()),
                new NoticeLetter(body, Map.of()),
                new NoticeLetter(body, Map.of(SIGNATURE, List.of())),
                new NoticeLetter(body, Map.of(SIGNATURE, List.of(header, header))),
                new NoticeLetter(body, Map.of(SIGNATURE, List.of("t"))),
                new NoticeLetter(body, Map.of(SIGNATURE, List.of("t=abc,v1=00"))),
                new NoticeLetter(body, Map.of(SIGNATURE, List.of("x".repeat(5_000)))),
                new NoticeLetter(body, Map.of(SIGNATURE, List.of(header), "content-encoding", List.of("gzip"))),
                dated(new NoticeLetter(new byte[] {(byte) 0xff, 0}, Map.of()), clock.now()));
    }

    private NoticeLetter signed(String body) {
        return dated(new NoticeLetter(body.getBytes(StandardCharsets.UTF_8), Map.of()), clock.now());
    }

    @Test
    void the_platforms_own_money_moves_once_for_an_id_and_is_found_by_it() {
        CustodyBank custody = (CustodyBank) gateway();
        for (Own kind : Own.values()) {
            UUID id = UUID.randomUUID();
            String key = "own-move:" + id + ":1";
            paid(checkout(5_000));
            assertThat(said(custody.findOwn(kind, id))).isEmpty();
            Movement moved = said(custody.moveOwn(kind, id, 700, key));
            assertThat(moved.fen()).isEqualTo(700);
            assertThat(moved.state()).isEqualTo(Movement.State.SUCCEEDED);
            assertThat(said(custody.moveOwn(kind, id, 700, key))).isEqualTo(moved);
            assertThat(said(custody.findOwn(kind, id))).contains(moved);
        }
        assertThat(custody.moveOwn(Own.SWEEP, UUID.randomUUID(), 1_000_000_000_000L, "own-move:too-much"))
                .as("more than custody holds")
                .isInstanceOf(BankAnswer.Refused.class);
    }

    /** Why a wall stands around the library: it takes any future, and fails in three ways that are not its own. */
    @Test
    void the_library_alone_would_not_do()
            throws SignatureVerificationException, java.security.GeneralSecurityException {
        String event = "{\"id\":\"evt_1\",\"object\":\"event\"}";
        long nextYear = Instant.ofEpochMilli(System.currentTimeMillis())
                .plus(Duration.ofDays(365))
                .getEpochSecond();
        String header = Webhook.Signature.generateSignatureHeader(event, "s", nextYear);
        assertThat(Webhook.constructEvent(event, header, "s").getId()).isEqualTo("evt_1");
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        assertThat(NoticeSignature.judge(bytes, header, "s", clock.now()))
                .isEqualTo(NoticeSignature.Verdict.FROM_THE_FUTURE);
    }
}
