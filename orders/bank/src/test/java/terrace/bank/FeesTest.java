package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** The bank keeps its fee when it takes a payment, gives none back, and says so in book and balance. */
class FeesTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank(60);

    @Test
    void a_fee_is_taken_of_a_payment_and_stays_with_the_bank_when_it_is_refunded() throws Exception {
        String intent = bank.customer().pay("p1", 14_200);
        assertThat(bank.customer().book().path("entries").get(0).path("fee_fen").asLong())
                .isEqualTo(85);
        bank.customer().refund("r1", intent, 200);
        JsonNode balance = bank.customer().get("/v1/balance").json();
        assertThat(balance.path("fee_fen").asLong()).isEqualTo(85);
        assertThat(balance.path("escrow_fen").asLong()).isEqualTo(14_200 - 200 - 85);
        assertThat(bank.customer().transfer("t1", 14_000).errorCode())
                .as("the platform has to add what the bank kept")
                .isEqualTo("balance_insufficient");
    }

    @Test
    void a_fee_is_rounded_half_up_and_a_fen_costs_nothing() throws Exception {
        for (long fen : new long[] {1, 83, 84, 250}) {
            bank.customer().pay("p" + fen, fen);
        }
        assertThat(bank.customer().book().path("entries").findValuesAsText("fee_fen"))
                .containsExactly("0", "0", "1", "2");
    }

    @Test
    void a_rate_no_bank_takes_is_refused() {
        Map<String, String> env = Map.of("BANK_DATA", "x", "BANK_API_KEY", "k", "BANK_FEE_BASIS_POINTS", "101");
        assertThatThrownBy(() -> Settings.of(env)).hasMessageContaining("BANK_FEE_BASIS_POINTS");
    }
}
