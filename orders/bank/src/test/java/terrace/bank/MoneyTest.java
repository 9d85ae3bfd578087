package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

class MoneyTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    @Test
    void confirming_many_times_at_once_charges_once() throws Exception {
        String session = bank.customer().open("p1", 1250).text("id");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return bank.customer().decide(session, "confirm").status();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        for (CompletableFuture<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(303);
        }
        assertThat(bank.customer().book().path("entries")).hasSize(1);
    }

    @Test
    void a_refund_over_the_rest_of_the_charge_is_refused() throws Exception {
        String intent = bank.customer().pay("p1", 1250);
        bank.customer().pay("p2", 5000);

        assertThat(bank.customer().refund("r1", intent, 1000).text("status")).isEqualTo("succeeded");
        assertThat(bank.customer().refund("r2", intent, 251).errorCode()).isEqualTo("amount_too_large");
        assertThat(bank.customer().refund("r3", intent, 250).status()).isEqualTo(200);
        assertThat(bank.customer().refund("r4", intent, 1).errorCode()).isEqualTo("charge_already_refunded");
        assertThat(bank.customer().get("/v1/balance").json().path("escrow_fen").asLong())
                .isEqualTo(5000);
    }

    @Test
    void an_unpaid_intent_has_nothing_to_refund() throws Exception {
        String session = bank.customer().open("p1", 1250).text("id");
        assertThat(bank.customer()
                        .get("/v1/checkout/sessions/" + session)
                        .json()
                        .path("payment_intent")
                        .isNull())
                .isTrue();
        bank.customer().decide(session, "decline");
        String intent = bank.customer().get("/v1/checkout/sessions/" + session).text("payment_intent");
        assertThat(bank.customer().refund("r1", intent, 1).errorCode()).isEqualTo("charge_missing");
    }

    @Test
    void a_transfer_over_the_escrow_balance_is_refused() throws Exception {
        bank.customer().pay("p1", 1250);
        Customer.Heard refused = bank.customer().transfer("t1", 1251);

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.errorCode()).isEqualTo("balance_insufficient");
        assertThat(bank.customer().transfer("t2", 1250).json().path("reversed").asBoolean(true))
                .isFalse();
        JsonNode balance = bank.customer().get("/v1/balance").json();
        assertThat(balance.path("escrow_fen").asLong()).isZero();
        assertThat(balance.path("transferred_fen").asLong()).isEqualTo(1250);
    }

    @Test
    void an_expired_session_takes_no_money_and_a_paid_one_does_not_expire() throws Exception {
        Customer customer = bank.customer();
        String left = customer.open("p1", 1250).text("id");
        String paid = customer.open("p2", 1250).text("id");
        customer.decide(paid, "confirm");
        customer.postJson("/__bank/clock", "{\"offset_seconds\":90000}");

        assertThat(customer.decide(left, "confirm").header("Location")).isEqualTo("../" + left);
        assertThat(customer.get("/v1/checkout/sessions/" + left).text("status")).isEqualTo("expired");
        assertThat(customer.get("/v1/checkout/sessions/" + paid).text("status")).isEqualTo("complete");
        assertThat(customer.post("/v1/checkout/sessions/" + paid + "/expire", "", Map.of())
                        .errorCode())
                .isEqualTo("checkout_session_complete");
        assertThat(customer.book().path("entries")).hasSize(1);
    }

    @Test
    void an_expired_by_the_shop_session_cancels_its_intent() throws Exception {
        String id = bank.customer().open("p1", 1250).text("id");
        bank.customer().decide(id, "decline");
        Customer.Heard session = bank.customer().get("/v1/checkout/sessions/" + id);
        bank.customer().post("/v1/checkout/sessions/" + session.text("id") + "/expire", "expire:p1", Map.of());

        bank.customer().decide(session.text("id"), "confirm");
        assertThat(bank.customer()
                        .get("/v1/payment_intents/" + session.text("payment_intent"))
                        .text("status"))
                .isEqualTo("canceled");
        assertThat(bank.customer().book().path("entries")).isEmpty();
    }

    @Test
    void a_proof_is_small_the_platforms_own_and_in_the_file() throws Exception {
        Map<String, String> form = Map.of(
                "amount",
                "37",
                "currency",
                "cny",
                "destination",
                "acct_1",
                "source",
                "own",
                "metadata[payout_id]",
                "x1");
        Customer.Heard sent = bank.customer().post("/v1/transfers", "proof:x1:1", form);
        assertThat(sent.text("source")).isEqualTo("own");
        assertThat(bank.customer().post("/v1/transfers", "proof:x1:1", form).text("id"))
                .isEqualTo(sent.text("id"));
        JsonNode balance = bank.customer().get("/v1/balance").json();
        assertThat(balance.path("escrow_fen").asLong()).isZero();
        assertThat(balance.path("own_fen").asLong()).isEqualTo(-37);
        assertThat(bank.customer().book().path("entries").findValuesAsText("type"))
                .containsExactly("proof");
        assertThat(bank.customer().transfer("t1", 1).errorCode())
                .as("escrow has nothing")
                .isEqualTo("balance_insufficient");
        Map<String, String> large = new HashMap<>(form);
        large.put("amount", "100");
        assertThat(bank.customer().post("/v1/transfers", "proof:x2:1", large).status())
                .isEqualTo(400);
    }

    @Test
    void names_are_checked_and_two_kinds_of_number_give_the_other_answers() throws Exception {
        assertThat(checked("62170038600011234")).isEqualTo("match");
        assertThat(checked("62170038600010000")).isEqualTo("mismatch");
        assertThat(checked("62170038600019999")).isEqualTo("no_account");
    }

    private String checked(String number) throws Exception {
        Map<String, String> form = Map.of("name", "某社", "number", number, "destination", "acct_1");
        return bank.customer().post("/v1/name_checks", "", form).text("result");
    }
}
