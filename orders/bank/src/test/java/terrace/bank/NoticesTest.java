package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticesTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    private void fault(String kind, int millis) throws Exception {
        bank.customer()
                .postJson(
                        "/__bank/faults",
                        "{\"rules\":[{\"path\":\"*\",\"kind\":\"" + kind + "\",\"times\":1,\"millis\":" + millis
                                + "}]}");
    }

    @Test
    void a_payment_is_told_with_signatures_that_verify() throws Exception {
        String intent = bank.customer().pay("p1", 1250);
        List<Shop.Received> received = bank.shop().receivedOnce(2);

        assertThat(received).allMatch(Shop.Received::signed);
        assertThat(received)
                .extracting(Shop.Received::type)
                .containsExactlyInAnyOrder("payment_intent.succeeded", "checkout.session.completed");
        assertThat(received).anySatisfy(notice -> {
            assertThat(notice.object().path("id").asText()).isEqualTo(intent);
            assertThat(notice.object().path("amount_received").asLong()).isEqualTo(1250);
            assertThat(notice.object().path("metadata").path("payment_id").asText())
                    .isEqualTo("p1");
        });
    }

    @Test
    void declines_refunds_and_transfers_are_told_too() throws Exception {
        Customer.Heard session = bank.customer().open("p1", 1250);
        bank.customer().decide(session.text("id"), "decline");
        bank.customer().decide(session.text("id"), "confirm");
        String intent = bank.customer()
                .get("/v1/checkout/sessions/" + session.text("id"))
                .text("payment_intent");
        bank.customer().refund("r1", intent, 250);
        bank.customer().transfer("t1", 1000);

        assertThat(bank.shop().receivedOnce(5))
                .extracting(Shop.Received::type)
                .contains("payment_intent.payment_failed", "refund.updated", "transfer.created");
    }

    @Test
    void a_notice_comes_again_until_it_is_taken() throws Exception {
        String intent = bank.customer().pay("p1", 1250);
        bank.shop().receivedOnce(2);
        bank.shop().refuse(1);
        long from = System.nanoTime();
        bank.customer().refund("r1", intent, 1250);

        List<Shop.Received> received = bank.shop().receivedOnce(4);
        assertThat(received.subList(2, 4))
                .extracting(Shop.Received::id)
                .containsOnly(received.get(2).id());
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(950));
        Thread.sleep(100);
        assertThat(bank.customer().book().path("notices_pending")).isEmpty();
    }

    @Test
    void a_duplicated_notice_comes_twice_under_one_id() throws Exception {
        String intent = bank.customer().pay("p1", 1250);
        bank.shop().receivedOnce(2);
        fault("duplicate_notices", 0);
        bank.customer().refund("r1", intent, 250);

        List<Shop.Received> received = bank.shop().receivedOnce(4);
        assertThat(received.get(2).id()).isEqualTo(received.get(3).id());
        Thread.sleep(100);
        assertThat(bank.shop().received()).hasSize(4);
    }

    @Test
    void reordered_notices_come_last_first_and_after_those_of_a_later_request() throws Exception {
        String before = bank.customer().pay("p1", 5000);
        bank.shop().receivedOnce(2);
        fault("reorder_notices", 700);
        bank.customer().pay("p2", 1250);
        bank.customer().refund("r1", before, 250);

        assertThat(bank.shop().receivedOnce(5).subList(2, 5))
                .extracting(Shop.Received::type)
                .containsExactly("refund.updated", "checkout.session.completed", "payment_intent.succeeded");
    }

    @Test
    void held_notices_come_when_they_are_flushed() throws Exception {
        fault("hold_notices", 0);
        bank.customer().pay("p1", 1250);
        Thread.sleep(200);
        assertThat(bank.shop().received()).isEmpty();

        assertThat(bank.customer()
                        .postJson("/__bank/notices/flush", "")
                        .json()
                        .path("released")
                        .asInt())
                .isEqualTo(2);
        assertThat(bank.shop().receivedOnce(2)).allMatch(Shop.Received::signed);
    }
}
