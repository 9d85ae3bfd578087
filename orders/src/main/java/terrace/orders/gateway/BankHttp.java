package terrace.orders.gateway;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.BankAnswer.Refused;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankAnswer.Silent;

/** Carries requests to the bank and sorts what comes back. Follows no redirect: the key goes to one address only. */
@Singleton
class BankHttp {

    private static final Duration CONNECT_WAIT = Duration.ofSeconds(3);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);
    private static final int ANSWER_BYTES_MAX = 24 * 1024 * 1024;
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 404, 422);

    private final BankLink link;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WAIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    BankHttp(BankLink link) {
        this.link = link;
    }

    BankAnswer<byte[]> get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** @param key null for what changes nothing at the bank */
    BankAnswer<byte[]> post(String path, Map<String, String> form, @Nullable String key) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(path, key == null ? request : request.header("Idempotency-Key", key));
    }

    private BankAnswer<byte[]> send(String path, HttpRequest.Builder request) {
        BankAnswer<byte[]> answer = ask(path, request);
        link.noteAnswer(!(answer instanceof Silent));
        return answer;
    }

    private BankAnswer<byte[]> ask(String path, HttpRequest.Builder request) {
        Optional<URI> address = link.address();
        if (address.isEmpty()) {
            return new Silent<>("the bank has no address yet", false);
        }
        request.uri(address.get().resolve(path))
                .timeout(ANSWER_WAIT)
                .header("Authorization", "Bearer " + link.apiKey());
        // the timeout of a request ends with the head of the answer; this one covers its body too
        var answer =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return sort(answer.get(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Silent<>("no answer within " + ANSWER_WAIT.toSeconds() + " s", false);
        } catch (ExecutionException e) {
            return new Silent<>(String.valueOf(e.getCause()), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silent<>("interrupted", false);
        }
    }

    /**
     * A refusal is one the bank explains in its own form. A wrong key of ours, a conflict, throttling, another use of
     * the idempotency key or a page of some proxy say nothing about the act.
     */
    private static BankAnswer<byte[]> sort(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            return new Said<>(answer.body());
        }
        if (REFUSALS.contains(status)) {
            try {
                BankJson error = BankJson.read(answer.body()).child("error");
                String type = error.text("type");
                if (!type.equals("idempotency_error")) {
                    return new Refused<>(status, error.textOr("code", type), error.textOr("message", ""));
                }
            } catch (IOException e) {
                return new Silent<>("the bank answered " + status + " without a reason", false);
            }
        }
        boolean kept = answer.headers().firstValue("Idempotent-Replayed").isPresent();
        return new Silent<>("the bank answered " + status, kept);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
