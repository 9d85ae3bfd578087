package terrace.orders.ccb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Part;
import terrace.orders.gateway.PaymentGateway.Stage;
import terrace.orders.gateway.WithTheBank;

@MicronautTest(transactional = false, environments = "sandbox")
@WithTheBank
class CcbContractTest extends CounterContract {

    @Inject
    CcbMarket market;

    @Override
    protected String channel() {
        return "ccb";
    }

    @Override
    protected NoticeLetter dated(NoticeLetter genuine, Instant at) {
        String day =
                DateTimeFormatter.BASIC_ISO_DATE.format(at.atZone(Clock.ZONE).toLocalDate());
        return signed(fields(genuine).replaceAll("ACCDATE=[0-9]*", "ACCDATE=" + day));
    }

    @Override
    protected String signatureField() {
        return "SIGN";
    }

    @Override
    protected NoticeLetter signed(String fields) {
        return letter(fields, fields);
    }

    @Override
    protected Stream<String> oddThoughSigned(String fields) {
        return Stream.of(
                fields + "&ORDERID=" + OurNumber.of(Ids.next()),
                fields.replace("SUCCESS=Y", "SUCCESS=Y&SUCCESS=Y"),
                fields.replace("SUCCESS=Y", "SUCCESS=maybe"),
                fields.replace("&CURCODE=01", "&CURCODE=14"),
                fields.replace("&CURCODE=01", ""),
                fields.replaceAll("POSID=[0-9]+", "POSID=1"),
                fields.replaceAll("ACCDATE=[0-9]+", "ACCDATE=soon"),
                "ORDERID=1&POSID=1");
    }

    @Test
    void after_midnight_an_order_of_yesterday_is_found_among_the_settled() {
        Checkout checkout = checkout(3_300);
        Charge open = open(checkout);
        assertThat(bank.pay(page(open))).isTrue();
        bank.shift(Duration.ofDays(1));
        try {
            assertThat(said(gateway().find(opened(checkout, open)))
                            .orElseThrow()
                            .stage())
                    .isEqualTo(Stage.PAID);
        } finally {
            bank.shift(Duration.ZERO);
        }
    }

    @Test
    void the_page_closes_by_itself_at_the_time_it_was_told() {
        Checkout checkout = checkout(3_300);
        Charge open = open(checkout);
        bank.shift(Duration.ofMinutes(31));
        try {
            assertThat(bank.pay(page(open))).isFalse();
            assertThat(said(gateway().find(opened(checkout, open)))
                            .orElseThrow()
                            .stage())
                    .isEqualTo(Stage.EXPIRED);
        } finally {
            bank.shift(Duration.ZERO);
        }
    }

    @Test
    void a_payment_is_split_at_the_bank_and_each_part_cleared_once_accepted() {
        UUID merchant = Ids.next();
        Part first = new Part(Ids.next(), merchant, 9_448);
        Part second = new Part(Ids.next(), Ids.next(), 4_552);
        Checkout checkout = checkout(14_200, first, second);
        Charge paid = paid(checkout);
        assertThat(bank.subAccounts()).contains(account(merchant, 9_448, 0));
        UUID refund = Ids.next();
        said(gateway().refund(refund, paid.intent(), 1_420, "refund:" + refund + ":1"));
        assertThat(bank.subAccounts()).contains(account(merchant, 8_504, 0));
        said(market.accepted(checkout.paymentId(), first.orderId(), clock.today()));
        said(market.accepted(
                checkout.paymentId(), first.orderId(), clock.today().plusDays(1)));
        assertThat(bank.subAccounts()).contains(account(merchant, 0, 8_504));
    }

    @Test
    void what_goes_back_of_one_merchants_order_is_taken_from_that_merchant_alone() {
        Part first = new Part(Ids.next(), Ids.next(), 9_448);
        Part second = new Part(Ids.next(), Ids.next(), 4_552);
        Charge paid = paid(checkout(14_000, first, second));
        UUID refund = Ids.next();
        String key = "refund:" + refund + ":";
        said(gateway().refundOf(first.orderId(), refund, paid.intent(), 1_420, key + 1));
        said(gateway().refundOf(first.orderId(), refund, paid.intent(), 1_420, key + 2));
        assertThat(bank.subAccounts())
                .contains(account(first.merchantId(), 8_028, 0))
                .contains(account(second.merchantId(), 4_552, 0));
        UUID tooMuch = Ids.next();
        assertThat(gateway().refundOf(second.orderId(), tooMuch, paid.intent(), 4_553, "refund:" + tooMuch + ":1"))
                .as("more than is left of that order")
                .isInstanceOf(BankAnswer.Refused.class);
    }

    private static String account(UUID merchant, long held, long cleared) {
        return "{\"merchant\":\"%s\",\"held_fen\":%d,\"cleared_fen\":%d}"
                .formatted(OurNumber.of(merchant), held, cleared);
    }

    @Test
    void the_way_back_is_signed_and_says_only_whose_it_is() {
        String query = new String(letterOf(checkout(3_300)).body(), StandardCharsets.UTF_8);
        assertThat(gateway().cameBack(query)).isPresent();
        assertThat(gateway().cameBack(query.replace("SUCCESS=Y", "SUCCESS=N"))).isEmpty();
        assertThat(gateway().cameBack("")).isEmpty();
    }

    private NoticeLetter letterOf(Checkout checkout) {
        paid(checkout);
        NoticeLetter letter = letter(checkout);
        assertThat(read(letter)).isInstanceOf(BankNotice.Genuine.class);
        return letter;
    }
}
