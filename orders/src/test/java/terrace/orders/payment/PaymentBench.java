package terrace.orders.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.LetterBox;
import terrace.orders.gateway.SandboxBank;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;

/** The sandbox bank with both channels, a box for its letters that hands them on, and books that stay sound. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PaymentBench implements TestPropertyProvider {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    protected final LetterBox box = new LetterBox();

    @Inject
    protected Payments payments;

    @Inject
    protected SandboxBank bank;

    @Inject
    protected BankLink link;

    @Inject
    protected Ledger ledger;

    /** What a test wants besides. */
    protected Map<String, String> more() {
        return Map.of();
    }

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>(more());
        properties.put("terrace.bank.embedded", "true");
        properties.put("terrace.bank.channels", "stripe,ccb,ccbfirm");
        properties.put("terrace.bank.notice-url", box.address());
        return properties;
    }

    @BeforeEach
    void bankIsWell() {
        until(() -> link.address().isPresent());
        bank.heal();
        box.empty();
        box.ask((channel, letter) -> payments.receive(channel, letter) instanceof NoticeReceipt.Kept);
    }

    @AfterEach
    void booksAreSound() {
        bank.heal();
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    @AfterAll
    void closeBox() {
        box.close();
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
