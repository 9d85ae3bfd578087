package terrace.orders.traces;

import io.micronaut.context.annotation.Value;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.orders.fulfilment.Courier;
import terrace.orders.gateway.BankJson;
import terrace.orders.gateway.BankLink;

/** Asks by HTTP: the service at {@code terrace.courier.url}, else the courier beside the sandbox bank. */
@Singleton
class HttpCourierTrace implements CourierTrace {
    /** Somebody waits for the page. */
    private static final Duration WAIT = Duration.ofSeconds(2);
    /** Others are told that there is no news, rather than kept waiting when the service is slow. */
    private static final int ASKING_AT_ONCE_MAX = 16;

    private static final int STEPS_MAX = 100;
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final int OK = 200;
    private static final Logger LOG = LoggerFactory.getLogger(HttpCourierTrace.class);

    private final BankLink link;
    private final String url;
    private final String apiKey;
    private final Semaphore asking = new Semaphore(ASKING_AT_ONCE_MAX);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WAIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpCourierTrace(
            BankLink link,
            @Value("${terrace.courier.url:}") String url,
            @Value("${terrace.courier.api-key:}") String apiKey) {
        this.link = link;
        this.url = url;
        this.apiKey = apiKey;
    }

    @Override
    public Trace of(Courier courier, String trackingNumber, Instant sentAt) {
        Optional<URI> service = url.isBlank() ? link.sandboxIfUp() : Optional.of(URI.create(url));
        if (service.isEmpty() || !asking.tryAcquire()) {
            return new Trace.NoNews();
        }
        try {
            return ask(service.get(), path(courier, trackingNumber, sentAt));
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.info("No news of a parcel of {}: {}", courier, e.toString());
            return new Trace.NoNews();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trace.NoNews();
        } finally {
            asking.release();
        }
    }

    private static String path(Courier courier, String trackingNumber, Instant sentAt) {
        return "/courier/v1/traces?courier=" + courier.code() + "&number="
                + URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8) + "&sent=" + sentAt.getEpochSecond();
    }

    private Trace ask(URI service, String path)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(WAIT)
                .header("Authorization", "Bearer " + (url.isBlank() ? link.apiKey() : apiKey))
                .build();
        // the timeout of a request ends with the head of the answer; this one covers its body too
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return read(answer.get(WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            answer.cancel(true);
        }
    }

    private static Trace read(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("the courier says " + answer.statusCode());
        }
        List<Trace.Step> steps = new ArrayList<>();
        for (BankJson step : BankJson.read(answer.body()).list("steps")) {
            steps.add(new Trace.Step(
                    Instant.ofEpochSecond(step.fen("at")), kind(step.text("kind")), step.textOr("place", "")));
        }
        if (steps.isEmpty()) {
            return new Trace.NoNews();
        }
        steps.sort(Comparator.comparing(Trace.Step::at).reversed());
        return new Trace.Steps(List.copyOf(steps.subList(0, Math.min(STEPS_MAX, steps.size()))));
    }

    private static Trace.Kind kind(String word) throws IOException {
        try {
            return Trace.Kind.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new IOException("no step of a parcel: " + word, e);
        }
    }
}
