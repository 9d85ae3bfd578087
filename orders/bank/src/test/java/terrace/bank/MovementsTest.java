package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        assertThat(move("bribe", "\"amount_fen\":5")).isEqualTo(400);
    }
}
