package terrace.orders.gateway;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The handles that only the sandbox bank has, for the demo market and tests: its clock, its faults, a willing payer.
 */
@Singleton
public class SandboxBank {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int SEE_OTHER = 303;
    /** In the address of the page on which enterprises pay. */
    private static final String OF_FIRMS = "TXCODE=690401";

    private final BankLink link;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WAIT)
            .build();

    SandboxBank(BankLink link) {
        this.link = link;
    }

    /** Sets how far the bank's time is ahead of real time; goes with {@code Clock.shift}. */
    public void shift(Duration ahead) {
        call("POST", "/__bank/clock", "{\"offset_seconds\":" + ahead.toSeconds() + "}");
    }

    /** Tells the bank how to fail: a rule as JSON with path, kind and times. */
    public void fail(String rule) {
        call("POST", "/__bank/faults", rule);
    }

    /** Takes all faults back. */
    public void heal() {
        call("DELETE", "/__bank/faults", "");
    }

    /** Everything in the bank's book, as JSON. */
    public String book() {
        return call("GET", "/__bank/book", "");
    }

    /**
     * The small sums that arrived at an account, or, of "", at any: what holders would read; newest first. None without
     * a sandbox bank.
     */
    public List<Arrival> arrivals(String payee, int limit) {
        if (link.sandboxAddress().isEmpty()) {
            return List.of();
        }
        try {
            List<Arrival> arrivals = new ArrayList<>();
            for (BankJson entry : BankJson.read(book().getBytes(StandardCharsets.UTF_8))
                    .list("entries")
                    .reversed()) {
                if (arrivals.size() < limit
                        && entry.text("type").equals("proof")
                        && (payee.isEmpty() || entry.text("counterpart").equals(payee))) {
                    arrivals.add(new Arrival(
                            Instant.ofEpochSecond(entry.fen("created")),
                            entry.text("counterpart"),
                            entry.fen("amount_fen")));
                }
            }
            return arrivals;
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox bank's book cannot be read", e);
        }
    }

    /** What the bank's book has in the platform's own account, in fen; below nothing while it is not billed. */
    public long ownFen() {
        try {
            return BankJson.read(book().getBytes(StandardCharsets.UTF_8))
                    .child("balance")
                    .fen("own_fen");
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox bank's book cannot be read", e);
        }
    }

    /** Money that came to an account, in fen. */
    public record Arrival(Instant at, String payee, long fen) {}

    /**
     * Presses the pay button on a payment page; on an enterprise's, one of its people enters the payment and another
     * approves it. False when the bank did not take the money.
     */
    public boolean pay(URI page) {
        if (!String.valueOf(page.getRawQuery()).contains(OF_FIRMS)) {
            return decided(arrived(page) + "/confirm", "");
        }
        enter(page);
        return approve(page);
    }

    /** The first of an enterprise's people enters its payment; no money moves. */
    public void enter(URI page) {
        decided(arrived(page) + "/enter", "operator=01");
    }

    /** The second approves it; false when the bank did not take the money. */
    public boolean approve(URI page) {
        return decided(arrived(page) + "/approve", "operator=02");
    }

    /** A page that cannot be paid leads back to itself, by a relative address. */
    private boolean decided(String address, String form) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address))
                .timeout(WAIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        return answer.statusCode() == SEE_OTHER
                && !answer.headers().firstValue("Location").orElse("../").startsWith("../");
    }

    /** Presses another button on a page of the bank: {@code sign} or {@code end} an agreement. */
    public void press(URI page, String button) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(page + "/" + button))
                .timeout(WAIT)
                .POST(BodyPublishers.noBody())
                .build());
        if (answer.statusCode() != SEE_OTHER) {
            throw new IllegalStateException("the bank says " + answer.statusCode());
        }
    }

    /** An address that leads on to the page, as that of the channel "ccb" does. */
    private URI arrived(URI page) {
        if (page.getRawQuery() == null) {
            return page;
        }
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(page).timeout(WAIT).build());
        return page.resolve(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("the bank says " + answer.statusCode())));
    }

    /** Tells the bank of an error to make in its files: kind, day, and the number of the line in its book. */
    public void misprint(String error) {
        call("POST", "/__bank/file-errors", error);
    }

    /**
     * Money that moves without our asking, to be seen in the bank's file only: {@code transfer_return} and
     * {@code dispute}, {@code dispute_return} of one of our ids.
     */
    public void move(String kind, UUID ourId) {
        call("POST", "/__bank/movements", "{\"kind\":\"" + kind + "\",\"ref\":\"" + ourId + "\"}");
    }

    /** People pay in over the counter and name no payment, in fen each; once, however often it is asked. */
    public void strangersPay(long... fens) {
        if (!book().contains("\"our_ref\":\"counter\"")) {
            for (long fen : fens) {
                move("charge", fen);
            }
        }
    }

    /** The platform moves money of its own into custody, {@code top_up}, or out of it, {@code sweep}; in fen. */
    public void move(String kind, long fen) {
        call("POST", "/__bank/movements", "{\"kind\":\"" + kind + "\",\"amount_fen\":" + fen + "}");
    }

    /** The bank finds the errors of its files. */
    public void reprint() {
        call("DELETE", "/__bank/file-errors", "");
    }

    /** What every merchant has at the bank, as JSON. */
    public String subAccounts() {
        return call("GET", "/__bank/sub-accounts", "");
    }

    /** Sends what is held or late now. */
    public void flush() {
        call("POST", "/__bank/notices/flush", "");
    }

    /** The faults still to come, by kind, and how many errors there are in files; none without a sandbox bank. */
    public Faults faults() {
        if (link.sandboxAddress().isEmpty()) {
            return new Faults(Map.of(), 0);
        }
        try {
            BankJson answer = BankJson.read(call("GET", "/__bank/faults", "").getBytes(StandardCharsets.UTF_8));
            Map<String, Long> left = new TreeMap<>();
            for (String kind : answer.child("left").names()) {
                left.put(kind.toLowerCase(Locale.ROOT), answer.child("left").fen(kind));
            }
            return new Faults(left, answer.fen("file_errors"));
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox bank's faults cannot be read", e);
        }
    }

    /** What the bank was told to do wrong. */
    public record Faults(Map<String, Long> left, long fileErrors) {}

    private String call(String method, String path, String body) {
        URI address = link.sandboxAddress().orElseThrow(() -> new IllegalStateException("there is no sandbox bank"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve(path))
                .timeout(WAIT)
                .header("Authorization", "Bearer " + link.apiKey())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox bank does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
