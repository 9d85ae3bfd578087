package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    @Test
    void the_same_key_with_the_same_request_is_answered_alike_and_done_once() throws Exception {
        Customer.Heard first = bank.customer().open("p1", 1250);
        Customer.Heard again = bank.customer().open("p1", 1250);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(bank.customer().book().path("sessions").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_request_is_refused() throws Exception {
        bank.customer().open("p1", 1250);
        Customer.Heard other = bank.customer().post("/v1/checkout/sessions", "pay:p1", Customer.session("p1", 1251));

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().path("error").path("type").asText()).isEqualTo("idempotency_error");
        assertThat(bank.customer().book().path("sessions").asInt()).isEqualTo(1);
    }

    @Test
    void a_key_in_use_is_a_conflict_and_may_be_tried_again() throws Exception {
        Customer customer = bank.customer();
        customer.postJson("/__bank/faults", "{\"path\":\"/v1/checkout/*\",\"kind\":\"delay\",\"millis\":900}");
        List<CompletableFuture<Customer.Heard>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return customer.open("p1", 1250);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(List.of(both.get(0).get().status(), both.get(1).get().status()))
                .containsExactlyInAnyOrder(200, 409);
        customer.delete("/__bank/faults");
        assertThat(customer.open("p1", 1250).replayed()).isTrue();
        assertThat(customer.book().path("sessions").asInt()).isEqualTo(1);
    }

    @Test
    void a_stored_500_is_given_again_and_nothing_was_done() throws Exception {
        bank.customer()
                .postJson("/__bank/faults", "{\"path\":\"/v1/checkout/sessions\",\"kind\":\"http500\",\"times\":1}");
        assertThat(bank.customer().open("p1", 1250).status()).isEqualTo(500);
        Customer.Heard again = bank.customer().open("p1", 1250);

        assertThat(again.status()).isEqualTo(500);
        assertThat(again.replayed()).isTrue();
        assertThat(bank.customer().book().path("sessions").asInt()).isZero();
    }

    @Test
    void a_request_that_was_not_valid_does_not_use_up_its_key() throws Exception {
        Customer.Heard invalid = bank.customer().open("p1", 0);
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(bank.customer().open("p1", 1250).status()).isEqualTo(200);
    }

    @Test
    void nothing_is_answered_without_the_key_of_the_api() throws Exception {
        assertThat(bank.customer().browse("/v1/balance", "zh").status()).isEqualTo(401);
        assertThat(bank.customer().browse("/__bank/book", "zh").status()).isEqualTo(401);
        assertThat(bank.customer().get("/__admin/mappings").status()).isEqualTo(401);
    }
}
