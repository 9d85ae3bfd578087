package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import terrace.bank.book.Json;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** The shop's end of the notices: checks each signature by itself and answers what it is told to. */
final class Shop implements AutoCloseable {
    static final String SECRET = "whsec_test";

    record Received(String id, String type, boolean signed, long unixSeconds, JsonNode object) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private Shop(HttpServer server) {
        this.server = server;
        server.createContext("/notices", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    static Shop open() {
        try {
            Shop shop = new Shop(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            shop.server.start();
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI noticeUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notices");
    }

    /** The next {@code times} notices are answered with 503. */
    void refuse(int times) {
        refusals.set(times);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String[] header =
                exchange.getRequestHeaders().getFirst("Stripe-Signature").split(",", -1);
        String time = header[0].substring("t=".length());
        boolean signed = header[1].equals("v1=" + hmac(time + ".", body));
        JsonNode event = Json.tree(new String(body, StandardCharsets.UTF_8)).orElseThrow();
        received.add(new Received(
                event.path("id").asText(),
                event.path("type").asText(),
                signed,
                Long.parseLong(time),
                event.path("data").path("object")));
        int status = refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 503 : 200;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String hmac(String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits until so many notices have come, refused ones counted too. */
    List<Received> receivedOnce(int count) throws InterruptedException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (received.size() < count && System.nanoTime() < giveUp) {
            Thread.sleep(10);
        }
        assertThat(received).hasSizeGreaterThanOrEqualTo(count);
        return received();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
