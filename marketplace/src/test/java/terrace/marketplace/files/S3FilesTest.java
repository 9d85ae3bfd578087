package terrace.marketplace.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a tiny store that checks every signature by calculating it again from what arrived. */
class S3FilesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private HttpServer server;
    private URI endpoint;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_file_goes_into_the_bucket_and_comes_back() {
        var files = files("secret");
        files.put("papers/a.pdf", bytes("licence"));
        assertThat(stored).containsOnlyKeys("/terrace/papers/a.pdf");
        assertThat(files.get("papers/a.pdf")).hasValue(bytes("licence"));
        files.remove("papers/a.pdf");
        files.remove("papers/a.pdf");
        assertThat(files.get("papers/a.pdf")).isEmpty();
    }

    @Test
    void a_wrong_secret_is_told_without_telling_the_secret() {
        assertThatThrownBy(() -> files("guessed").put("a", bytes("x")))
                .hasMessageContaining("403")
                .hasMessageNotContaining("guessed");
        assertThat(stored).isEmpty();
    }

    @Test
    void a_store_that_is_away_is_told_by_its_address() {
        server.stop(0);
        assertThatThrownBy(() -> files("secret").get("a")).hasMessageContaining(endpoint.toString());
    }

    private S3Files files(String secret) {
        return new S3Files(
                new S3Configuration(endpoint, "terrace", "cn-north-1", "key", secret), InstantSource.fixed(NOW));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getRawPath();
        if (!signed(exchange, path, body)) {
            reply(exchange, 403, new byte[0]);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                stored.put(path, body);
                reply(exchange, 200, new byte[0]);
            }
            case "GET" -> {
                var found = stored.get(path);
                reply(exchange, found == null ? 404 : 200, found == null ? new byte[0] : found);
            }
            default -> reply(exchange, stored.remove(path) == null ? 404 : 204, new byte[0]);
        }
    }

    private static boolean signed(HttpExchange exchange, String path, byte[] body) {
        var arrived = exchange.getRequestHeaders();
        var authorization = arrived.getFirst("Authorization");
        var names = authorization.replaceAll(".*SignedHeaders=([^,]+),.*", "$1").split(";", -1);
        var more = new TreeMap<String, String>();
        for (var name : names) {
            if (!name.equals("host") && !name.startsWith("x-amz-")) {
                more.put(name, arrived.getFirst(name));
            }
        }
        var expected = new S3Signature("cn-north-1", "key", "secret")
                .headers(exchange.getRequestMethod(), arrived.getFirst("Host"), path, more, body, NOW);
        return authorization.equals(expected.get("authorization"))
                && Objects.equals(expected.get("x-amz-content-sha256"), arrived.getFirst("x-amz-content-sha256"));
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
