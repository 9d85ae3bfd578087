package terrace.orders.ccb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Stage;
import terrace.orders.gateway.WithTheBank;

/** The same contract where two people of an enterprise pay; here both are there at once. */
@MicronautTest(transactional = false, environments = "sandbox")
@WithTheBank
class CcbFirmContractTest extends CounterContract {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    @Override
    protected String channel() {
        return "ccbfirm";
    }

    @Override
    protected NoticeLetter dated(NoticeLetter genuine, Instant at) {
        return signed(
                fields(genuine).replaceAll("TRAN_TIME=[0-9]*", "TRAN_TIME=" + TIME.format(at.atZone(Clock.ZONE))));
    }

    @Override
    protected String signatureField() {
        return "SIGNSTRING";
    }

    /** Over the values alone. */
    @Override
    protected NoticeLetter signed(String fields) {
        String values = each(fields)
                .map(field -> field.substring(field.indexOf('=') + 1))
                .collect(Collectors.joining());
        return letter(each(fields).map(CounterLetters::encoded).collect(Collectors.joining("&")), values);
    }

    @Override
    protected Stream<String> oddThoughSigned(String fields) {
        return Stream.of(
                fields + "&ORDER_NUMBER=",
                fields.replace("STATUS=", "STATUS=&STATUS="),
                "CUST_ID=ENTERPRISE&" + fields.replace("CUST_ID=ENTERPRISE&", ""),
                fields.replace("MPOSID=", "POSID="),
                fields.replaceAll("MPOSID=[0-9]+", "MPOSID=1"),
                fields.replaceAll("TRAN_TIME=[0-9]+", "TRAN_TIME=soon"),
                "A=1");
    }

    @Test
    void what_one_person_has_entered_is_not_paid() {
        Checkout checkout = checkout(3_300);
        Charge open = open(checkout);
        URI page = page(open);
        bank.enter(page);
        assertThat(said(gateway().find(opened(checkout, open))).orElseThrow().stage())
                .isEqualTo(Stage.PROCESSING);
        assertThat(read(letter(checkout)))
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
        String query = new String(letter(checkout).body(), StandardCharsets.UTF_8);
        assertThat(gateway().cameBack(query)).contains(checkout.paymentId());
        assertThat(gateway().cameBack(query.replace("STATUS=", "STATUS=9"))).isEmpty();
    }
}
