package terrace.orders.ccb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.PaymentGateway.Stage;

class CcbFieldsTest {

    @Test
    void every_amount_goes_out_and_comes_back() {
        for (long fen = 0; fen < 100_000; fen++) {
            assertThat(Yuan.fen(Yuan.of(fen))).hasValue(fen);
        }
        assertThat(Yuan.fen("0.29")).hasValue(29);
        assertThat(Yuan.fen("19.99")).hasValue(1_999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1.2", "1.234", "01.00", "-1.00", "+1.00", "1,000.00", "1e3", " 1.00", "١.٠٠", "NaN"})
    void what_is_not_written_just_so_is_no_amount(String text) {
        assertThat(Yuan.fen(text)).isEmpty();
    }

    @Test
    void letters_are_escaped_as_javascript_does() {
        assertThat(CcbRedirect.escaped("红河 A-b_1.5@/+*<é>")).isEqualTo("%u7EA2%u6CB3%20A-b_1.5@/+*%3C%E9%3E");
    }

    @Test
    void our_ids_go_to_the_bank_and_come_back() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = Ids.next();
            assertThat(OurNumber.of(id)).hasSize(25);
            assertThat(OurNumber.read(OurNumber.of(id))).contains(id);
            assertThat(OurNumber.readAny(OurNumber.of(id))).contains(id);
            assertThat(OurNumber.readAny(id.toString())).contains(id);
        }
        assertThat(OurNumber.read("Z".repeat(25))).isEmpty();
        assertThat(OurNumber.readAny("no-such-payment")).isEmpty();
        assertThat(OurNumber.read(OurNumber.of(new UUID(0, 0)))).contains(new UUID(0, 0));
        assertThat(OurNumber.read(OurNumber.of(new UUID(-1, -1)))).contains(new UUID(-1, -1));
    }

    @Test
    void an_answer_is_read_with_suspicion() throws IOException {
        String order = "<QUERYORDER><ORDERID>A</ORDERID><AMOUNT>1.00</AMOUNT><STATUS>%s</STATUS></QUERYORDER>";
        assertThat(CcbQuery.read(answer("000000", order.formatted("1")), "A"))
                .contains(new CcbQuery.Found(Stage.PAID, 100));
        assertThat(CcbQuery.read(answer("000000", order.formatted("5")), "A"))
                .contains(new CcbQuery.Found(Stage.PROCESSING, 100));
        assertThat(CcbQuery.read(answer("0130Z110C003", ""), "A")).isEqualTo(Optional.empty());
        unreadable(answer("000000", order.formatted("1")), "B");
        unreadable(answer("000000", order.formatted("7")), "A");
        unreadable(answer("000000", order.formatted("1") + order.formatted("1")), "A");
        unreadable(answer("000000", order.formatted("1").replace("1.00", "1")), "A");
        unreadable(answer("0130Z1103001", ""), "A");
        unreadable("<!DOCTYPE html><p>系统维护中".getBytes(StandardCharsets.UTF_8), "A");
        unreadable("<html><p>ok</p></html>".getBytes(StandardCharsets.UTF_8), "A");
        String entity = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><DOCUMENT>&e;</DOCUMENT>";
        unreadable(entity.getBytes(StandardCharsets.UTF_8), "A");
    }

    private static void unreadable(byte[] body, String order) {
        Assertions.assertThatThrownBy(() -> CcbQuery.read(body, order)).isInstanceOf(IOException.class);
    }

    private static byte[] answer(String code, String orders) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><DOCUMENT><RETURN_CODE>" + code + "</RETURN_CODE>" + orders
                        + "</DOCUMENT>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
