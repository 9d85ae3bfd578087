package terrace.orders.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Opened;
import terrace.orders.gateway.PaymentGateway.Part;

/** The sandbox bank, a box for its letters, and the short words of a gateway's tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GatewayBench implements TestPropertyProvider {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final URI BACK = URI.create("http://127.0.0.1/purchases/1?back=1");

    protected final LetterBox box = new LetterBox();

    @Inject
    protected Gateways gateways;

    @Inject
    protected SandboxBank bank;

    @Inject
    protected BankLink link;

    @Inject
    protected Clock clock;

    /** The channel under test. */
    protected abstract String channel();

    /** Where pages are opened, refunds asked for, and payments asked about, with the method of the question. */
    protected abstract String openPath();

    protected abstract String refundPath();

    protected abstract String questionPath();

    protected abstract String questionMethod();

    /** The references of ours and the fen of each line of a daily file, as {@code ref=fen}. */
    protected abstract List<String> lines(String file);

    /** Our id as the channel's files write it. */
    protected abstract String written(UUID id);

    /** The same letter as the bank would have signed it at another time. */
    protected abstract NoticeLetter dated(NoticeLetter genuine, Instant at);

    /** Letters no bank writes; each must be refused and none may break anything. */
    protected abstract List<NoticeLetter> odd(NoticeLetter genuine);

    @Override
    public Map<String, String> getProperties() {
        return Map.of(
                "terrace.bank.embedded", "true",
                "terrace.bank.channels", "stripe,ccb,ccbfirm",
                "terrace.bank.notice-url", box.address(),
                "terrace.bank.return-url", "http://127.0.0.1/payments/ccb/return");
    }

    @BeforeEach
    void heal() {
        until(() -> link.address().isPresent());
        bank.heal();
        box.ask((name, letter) -> gateways.of(name).read(letter) instanceof BankNotice.Genuine);
        box.empty();
    }

    @AfterEach
    void healAgain() {
        bank.heal();
    }

    @AfterAll
    void close() {
        box.close();
    }

    protected PaymentGateway gateway() {
        return gateways.of(channel());
    }

    protected Checkout checkout(long fen, Part... parts) {
        Instant now = clock.now();
        return new Checkout(
                Ids.next(), fen, "红河红米 <2.5 kg>", BACK, BACK, now, now.plus(Duration.ofMinutes(30)), List.of(parts));
    }

    protected static String key(Checkout checkout, int attempt) {
        return "pay:" + checkout.paymentId() + ":" + attempt;
    }

    protected static Opened opened(Checkout checkout, Charge charge) {
        return new Opened(checkout, charge.session(), key(checkout, 1));
    }

    protected Charge open(Checkout checkout) {
        return said(gateway().open(checkout, key(checkout, 1)));
    }

    protected Charge paid(Checkout checkout) {
        Charge charge = open(checkout);
        assertThat(bank.pay(page(charge))).isTrue();
        return said(gateway().find(opened(checkout, charge))).orElseThrow();
    }

    protected static URI page(Charge charge) {
        return Objects.requireNonNull(charge.page());
    }

    protected static <T> T said(BankAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Said.class);
        return ((Said<T>) answer).value();
    }

    protected void fail(String kind, String method, String path) {
        bank.fail("{\"kind\":\"%s\",\"method\":\"%s\",\"path\":\"%s\",\"times\":1}".formatted(kind, method, path));
    }

    protected BankNotice read(NoticeLetter letter) {
        return gateway().read(letter);
    }

    /** The first letter to come about a payment; one about an earlier test's may still come between. */
    protected NoticeLetter letter(Checkout checkout) {
        until(() -> letters(checkout).findFirst().isPresent());
        return letters(checkout).findFirst().orElseThrow();
    }

    private Stream<NoticeLetter> letters(Checkout checkout) {
        return box.letters().stream()
                .filter(letter -> read(letter) instanceof BankNotice.Genuine notice
                        && notice.paymentId()
                                .filter(checkout.paymentId()::equals)
                                .isPresent());
    }

    /** How many charges the bank's book has for a payment. */
    protected int charges(Checkout checkout) {
        return inBook(checkout.paymentId());
    }

    protected int inBook(UUID id) {
        return bank.book().split("\"our_ref\":\"" + written(id) + "\"", -1).length - 1;
    }

    protected static void until(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(giveUp);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
