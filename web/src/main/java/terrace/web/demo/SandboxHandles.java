package terrace.web.demo;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.SandboxBank;
import terrace.web.demo.books.Bookkeeping;

/** What only a sandbox bank lets one do: move its clock, and press the button on its payment page. */
@Singleton
class SandboxHandles {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BankLink link;
    private final SandboxBank sandbox;

    SandboxHandles(BankLink link, SandboxBank sandbox) {
        this.link = link;
        this.sandbox = sandbox;
    }

    /** The sandbox's address once it can be spoken to; empty when there is no bank, or none that is a sandbox. */
    Optional<URI> await() {
        for (long waited = 0; waited < WAIT.toMillis() && link.address().isEmpty(); waited += PAUSE.toMillis()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return link.address().filter(bank -> shift(bank, Duration.ZERO));
    }

    /** False when the bank has no such handle. */
    boolean shift(URI bank, Duration ahead) {
        try {
            sandbox.shift(ahead);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Two sums come in that nobody asked for: the differences of the demo market. */
    void strangersPay() {
        sandbox.strangersPay(Bookkeeping.FORGOTTEN_FEN, Bookkeeping.UNKNOWN_FEN);
    }

    /** Signs an agreement, as the member would on the bank's page. */
    void sign(URI page) {
        sandbox.press(page, "sign");
    }

    /** Pays, as the member would on the bank's page. */
    void confirm(URI page) {
        if (!sandbox.pay(page)) {
            throw new IllegalStateException("The sandbox bank did not take the payment");
        }
    }
}
