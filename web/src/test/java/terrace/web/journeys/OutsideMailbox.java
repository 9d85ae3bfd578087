package terrace.web.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import terrace.marketplace.feeds.FeedSignature;
import terrace.marketplace.feeds.Feeds;

/** Where another platform is sent pages: it takes those with the right signature, each fact once, by its number. */
final class OutsideMailbox implements AutoCloseable {
    private static final int TRUST_SECONDS_MAX = 14;

    private final HttpServer server;
    private final ConcurrentSkipListMap<Long, String> facts = new ConcurrentSkipListMap<>();
    private final CountDownLatch trusting = new CountDownLatch(1);
    private String secret = "";
    private String standing = "";
    private int refused;

    OutsideMailbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/facts", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/facts";
    }

    synchronized void trusts(String itsSecret) {
        secret = itsSecret;
        trusting.countDown();
    }

    /** What facts of a campaign add up to. */
    long grams(String campaign) {
        return OutsidePlatform.grams(List.copyOf(facts.values()), campaign);
    }

    /** How campaigns stand, as it was told last. */
    synchronized String standing() {
        return standing;
    }

    /** Pages whose signature was wrong. */
    synchronized int refused() {
        return refused;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        awaitTrust();
        exchange.sendResponseHeaders(kept(exchange, body) ? 204 : 401, -1);
        exchange.close();
    }

    /** The first page may be there before the secret has been read off the operator's page. */
    private void awaitTrust() throws IOException {
        try {
            if (!trusting.await(TRUST_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("nobody was told the secret");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private synchronized boolean kept(HttpExchange exchange, byte[] body) {
        boolean signed = FeedSignature.matches(
                secret, header(exchange, Feeds.TIME_HEADER), body, header(exchange, Feeds.SIGNATURE_HEADER));
        if (!signed) {
            refused++;
            return false;
        }
        String page = new String(body, UTF_8);
        if (header(exchange, Feeds.FEED_HEADER).startsWith("terrace.campaigns/")) {
            standing = page;
        } else {
            page.lines().skip(1).forEach(row -> facts.put(Long.parseLong(row.substring(0, row.indexOf(','))), row));
        }
        return true;
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
