package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LostAnswerTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    private void lose(String path) throws Exception {
        bank.customer()
                .postJson("/__bank/faults", "[{\"path\":\"" + path + "\",\"kind\":\"effect_then_reset\",\"times\":1}]");
    }

    @Test
    void a_session_whose_answer_was_lost_is_there_and_only_once() throws Exception {
        lose("/v1/checkout/sessions");
        assertThatThrownBy(() -> bank.customer().open("p1", 1250)).isInstanceOf(IOException.class);

        Customer.Heard found = bank.customer().get("/v1/checkout/sessions?client_reference_id=p1");
        assertThat(found.json().path("data")).hasSize(1);
        Customer.Heard again = bank.customer().open("p1", 1250);
        assertThat(again.replayed()).isTrue();
        assertThat(again.text("id"))
                .isEqualTo(found.json().path("data").path(0).path("id").asText());
    }

    @Test
    void a_confirmation_whose_answer_was_lost_leaves_exactly_one_charge() throws Exception {
        lose("/pay/*/confirm");
        String session = bank.customer().open("p1", 1250).text("id");
        assertThatThrownBy(() -> bank.customer().decide(session, "confirm")).isInstanceOf(IOException.class);

        assertThat(bank.customer().decide(session, "confirm").status()).isEqualTo(303);
        assertThat(bank.customer().book().path("entries")).hasSize(1);
        assertThat(bank.customer().get("/v1/balance").json().path("escrow_fen").asLong())
                .isEqualTo(1250);
    }

    @Test
    void a_refund_and_a_transfer_whose_answers_were_lost_happen_once() throws Exception {
        String intent = bank.customer().pay("p1", 1250);
        lose("/v1/refunds");
        lose("/v1/transfers");
        assertThatThrownBy(() -> bank.customer().refund("r1", intent, 250)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> bank.customer().transfer("t1", 1000)).isInstanceOf(IOException.class);

        assertThat(bank.customer().get("/v1/refunds?refund_id=r1").json().path("data"))
                .hasSize(1);
        assertThat(bank.customer().get("/v1/transfers?payout_id=t1").json().path("data"))
                .hasSize(1);
        assertThat(bank.customer().refund("r1", intent, 250).replayed()).isTrue();
        assertThat(bank.customer().transfer("t1", 1000).replayed()).isTrue();
        assertThat(bank.customer().book().path("entries")).hasSize(3);
        assertThat(bank.customer().get("/v1/balance").json().path("escrow_fen").asLong())
                .isZero();
    }

    @Test
    void a_reset_does_nothing_at_all() throws Exception {
        bank.customer().postJson("/__bank/faults", "{\"path\":\"/v1/*\",\"kind\":\"reset\",\"times\":1}");
        assertThatThrownBy(() -> bank.customer().open("p1", 1250)).isInstanceOf(IOException.class);
        assertThat(bank.customer().book().path("sessions").asInt()).isZero();
    }
}
