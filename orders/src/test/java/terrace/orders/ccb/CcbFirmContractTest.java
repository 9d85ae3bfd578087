package terrace.orders.ccb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.GatewayContract;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Stage;
import terrace.orders.gateway.WithTheBank;

/** The same contract where two people of an enterprise pay; here both are there at once. */
@MicronautTest(transactional = false, environments = "sandbox")
@WithTheBank
class CcbFirmContractTest extends GatewayContract {

    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    @Override
    protected String channel() {
        return "ccbfirm";
    }

    @Override
    protected String openPath() {
        return "/hsb/order";
    }

    @Override
    protected String refundPath() {
        return "/hsb/refund";
    }

    @Override
    protected String questionPath() {
        return "/CCBIS/ccbMain";
    }

    @Override
    protected String questionMethod() {
        return "POST";
    }

    @Override
    protected List<String> lines(String file) {
        return CounterLetters.lines(file);
    }

    @Override
    protected String written(UUID id) {
        return OurNumber.of(id);
    }

    @Override
    protected NoticeLetter dated(NoticeLetter genuine, Instant at) {
        return signed(
                fields(genuine).replaceAll("TRAN_TIME=[0-9]*", "TRAN_TIME=" + TIME.format(at.atZone(Clock.ZONE))));
    }

    @Override
    protected List<NoticeLetter> odd(NoticeLetter genuine) {
        String fields = fields(genuine);
        byte[] body = genuine.body();
        return List.of(
                new NoticeLetter(body, Map.of()),
                typed(body, "application/json"),
                typed(body, TYPE + "; charset=utf-16"),
                new NoticeLetter(body, Map.of("Content-Type", List.of(TYPE, TYPE))),
                typed("&SIGNSTRING=".getBytes(StandardCharsets.UTF_8), TYPE),
                typed((fields + "&SIGNSTRING=" + "zz".repeat(256)).getBytes(StandardCharsets.UTF_8), TYPE),
                typed("=&&=&SIGNSTRING=00".getBytes(StandardCharsets.UTF_8), TYPE),
                // signed by the bank itself, and still no notice
                signed(fields + "&ORDER_NUMBER="),
                signed(fields.replace("STATUS=", "STATUS=&STATUS=")),
                signed("CUST_ID=ENTERPRISE&" + fields.replace("CUST_ID=ENTERPRISE&", "")),
                signed(fields.replace("MPOSID=", "POSID=")),
                signed(fields.replaceAll("MPOSID=[0-9]+", "MPOSID=1")),
                signed(fields.replaceAll("TRAN_TIME=[0-9]+", "TRAN_TIME=soon")),
                signed("A=1"));
    }

    private static NoticeLetter typed(byte[] body, String type) {
        return new NoticeLetter(body, Map.of("Content-Type", List.of(type)));
    }

    private static String fields(NoticeLetter letter) {
        String form = new String(letter.body(), StandardCharsets.UTF_8);
        return URLDecoder.decode(form.substring(0, form.lastIndexOf("&SIGNSTRING=")), StandardCharsets.UTF_8);
    }

    /** Over the values alone. */
    private static NoticeLetter signed(String fields) {
        String values = List.of(fields.split("&", -1)).stream()
                .map(field -> field.substring(field.indexOf('=') + 1))
                .collect(Collectors.joining());
        String form = List.of(fields.split("&", -1)).stream()
                .map(CounterLetters::encoded)
                .collect(Collectors.joining("&"));
        return typed((form + "&SIGNSTRING=" + CounterLetters.sign(values)).getBytes(StandardCharsets.UTF_8), TYPE);
    }

    @Test
    void what_one_person_has_entered_is_not_paid() {
        Checkout checkout = checkout(3_300);
        Charge open = open(checkout);
        URI page = page(open);
        bank.enter(page);
        assertThat(said(gateway().find(opened(checkout, open))).orElseThrow().stage())
                .isEqualTo(Stage.PROCESSING);
        assertThat(read(letter()))
                .as("the bank tells of it, and a notice settles nothing")
                .isInstanceOfSatisfying(
                        BankNotice.Genuine.class,
                        notice -> assertThat(notice.paymentId()).contains(checkout.paymentId()));
        assertThat(charges(checkout)).isZero();
        assertThat(bank.approve(page)).isTrue();
        assertThat(charges(checkout)).isEqualTo(1);
    }

    @Test
    void the_way_back_is_signed_and_says_only_whose_it_is() {
        Checkout checkout = checkout(3_300);
        paid(checkout);
        String query = new String(letter().body(), StandardCharsets.UTF_8);
        assertThat(gateway().cameBack(query)).contains(checkout.paymentId());
        assertThat(gateway().cameBack(query.replace("STATUS=", "STATUS=9"))).isEmpty();
    }
}
