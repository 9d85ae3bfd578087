package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MovementsTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    private int move(String kind, String rest) throws IOException, InterruptedException {
        return bank.customer()
                .postJson("/__bank/movements", "{\"kind\":\"" + kind + "\"," + rest + "}")
                .status();
    }

    private long held() throws IOException, InterruptedException {
        return bank.customer().book().path("balance").path("escrow_fen").asLong();
    }

    @Test
    void money_comes_back_once_and_a_payment_is_disputed_once_at_a_time() throws IOException, InterruptedException {
        bank.customer().pay("payment-1", 10_000);
        bank.customer().pay("payment-2", 20_000);
        bank.customer().transfer("payout-1", 4_000);
        long before = held();
        assertThat(move("transfer_return", "\"ref\":\"payout-1\"")).isEqualTo(200);
        assertThat(move("transfer_return", "\"ref\":\"payout-1\"")).isEqualTo(400);
        assertThat(move("transfer_return", "\"ref\":\"payout-2\"")).isEqualTo(404);
        assertThat(held()).isEqualTo(before + 4_000);
        assertThat(move("dispute_return", "\"ref\":\"payment-1\"")).isEqualTo(400);
        assertThat(move("dispute", "\"ref\":\"payment-1\"")).isEqualTo(200);
        assertThat(move("dispute", "\"ref\":\"payment-1\"")).isEqualTo(400);
        assertThat(held()).isEqualTo(before + 4_000 - 10_000);
        assertThat(move("dispute_return", "\"ref\":\"payment-1\"")).isEqualTo(200);
        assertThat(held()).isEqualTo(before + 4_000);
    }

    @Test
    void the_platform_moves_no_more_than_there_is() throws IOException, InterruptedException {
        bank.customer().pay("payment-1", 10_000);
        long before = held();
        assertThat(move("top_up", "\"amount_fen\":500")).isEqualTo(200);
        assertThat(move("sweep", "\"amount_fen\":1000")).isEqualTo(200);
        assertThat(held()).isEqualTo(before - 500);
        assertThat(move("sweep", "\"amount_fen\":1000000")).isEqualTo(400);
        assertThat(move("sweep", "\"amount_fen\":0")).isEqualTo(400);
        assertThat(move("charge", "\"amount_fen\":888")).isEqualTo(200);
        assertThat(held()).as("nobody asked for it").isEqualTo(before + 388);
        assertThat(move("bribe", "\"amount_fen\":5")).isEqualTo(400);
    }

    @Test
    void the_platform_orders_top_ups_and_payouts_once_under_a_key() throws IOException, InterruptedException {
        bank.customer().pay("payment-1", 10_000);
        long before = held();
        Map<String, String> form = Map.of("amount", "700", "currency", "cny", "metadata[move_id]", "move-1");
        String topUp = bank.customer().post("/v1/topups", "own-1", form).text("id");
        assertThat(bank.customer().post("/v1/topups", "own-1", form).text("id")).isEqualTo(topUp);
        assertThat(held()).isEqualTo(before + 700);
        assertThat(bank.customer().post("/v1/payouts", "own-2", form).text("status"))
                .isEqualTo("paid");
        assertThat(held()).isEqualTo(before);
        assertThat(bank.customer()
                        .get("/v1/topups")
                        .json()
                        .path("data")
                        .path(0)
                        .path("metadata")
                        .path("move_id")
                        .asText())
                .isEqualTo("move-1");
        Map<String, String> more = Map.of("amount", "99999999", "currency", "cny", "metadata[move_id]", "move-2");
        assertThat(bank.customer().post("/v1/payouts", "own-3", more).errorCode())
                .isEqualTo("balance_insufficient");
    }
}
