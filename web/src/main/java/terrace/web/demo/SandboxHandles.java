package terrace.web.demo;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import terrace.orders.gateway.BankLink;

/** What only a sandbox bank lets one do: move its clock, and press the button on its payment page. */
@Singleton
class SandboxHandles {

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    private final BankLink link;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WAIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SandboxHandles(BankLink link) {
        this.link = link;
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
        HttpRequest request = HttpRequest.newBuilder(bank.resolve("/__bank/clock"))
                .timeout(WAIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offset_seconds\":%d}".formatted(ahead.toSeconds())))
                .build();
        return status(request) == OK;
    }

    /** Pays, as the member would on the bank's page. */
    void confirm(URI page) {
        URI confirm = URI.create(page.getScheme() + "://" + page.getAuthority() + page.getPath() + "/confirm");
        int status = status(HttpRequest.newBuilder(confirm)
                .timeout(WAIT)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        if (status != SEE_OTHER) {
            throw new IllegalStateException("The sandbox bank did not take the payment: " + status);
        }
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox bank does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
