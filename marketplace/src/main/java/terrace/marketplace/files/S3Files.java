package terrace.marketplace.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Files in a bucket of any store that speaks S3. */
final class S3Files implements FileStore {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
    private static final byte[] NOTHING = {};

    private final S3Configuration configuration;
    private final S3Signature signature;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The clock is the real one: a store refuses signatures of another time, whatever the market's clock says. */
    S3Files(S3Configuration configuration, InstantSource clock) {
        this.configuration = configuration;
        this.signature = new S3Signature(configuration.region(), configuration.key(), configuration.secret());
        this.clock = clock;
    }

    @Override
    public void put(String key, byte[] bytes) {
        FileKeys.checkSize(bytes);
        expect(send("PUT", key, Map.of("content-type", "application/octet-stream"), bytes), 200);
    }

    @Override
    public Optional<byte[]> get(String key) {
        var response = send("GET", key, Map.of(), NOTHING);
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        expect(response, 200);
        return Optional.of(response.body());
    }

    @Override
    public void remove(String key) {
        var response = send("DELETE", key, Map.of(), NOTHING);
        if (response.statusCode() != 404) {
            expect(response, 204);
        }
    }

    private HttpResponse<byte[]> send(String method, String key, Map<String, String> headers, byte[] body) {
        // Keys have only characters that need no escaping, so the path sent is the path signed.
        var base = configuration.endpoint().toString().replaceAll("/+$", "");
        var uri = URI.create(base + "/" + configuration.bucket() + "/" + FileKeys.checked(key));
        var request = HttpRequest.newBuilder(uri)
                .timeout(REQUEST_TIMEOUT)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        signature
                .headers(method, uri.getRawAuthority(), uri.getRawPath(), headers, body, clock.instant())
                .forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the file store at " + configuration.endpoint() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the file store", e);
        }
    }

    private void expect(HttpResponse<byte[]> response, int status) {
        if (response.statusCode() != status) {
            throw new IllegalStateException("the file store at " + configuration.endpoint() + " answered "
                    + response.statusCode() + " to " + response.request().method());
        }
    }
}
