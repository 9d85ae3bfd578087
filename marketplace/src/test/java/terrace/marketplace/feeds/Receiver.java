package terrace.marketplace.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An outside platform: takes pages only with the right signature and only where it stands, keeps each fact by its
 * number, and can be out of order for a while.
 */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentSkipListMap<Long, String> facts = new ConcurrentSkipListMap<>();
    private final List<String> standings = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private String secret = "";
    private int failures;
    private int pages;
    private long reached = -1;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/facts", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/facts";
    }

    synchronized void trusts(String itsSecret) {
        secret = itsSecret;
    }

    synchronized void failsFor(int times) {
        failures = times;
    }

    ConcurrentSkipListMap<Long, String> facts() {
        return facts;
    }

    /** Pages of how campaigns stand, whole. */
    List<String> standings() {
        return standings;
    }

    List<String> refusals() {
        return refusals;
    }

    synchronized int pages() {
        return pages;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status(exchange, body), -1);
        exchange.close();
    }

    private synchronized int status(HttpExchange exchange, byte[] body) {
        String seconds = header(exchange, Feeds.TIME_HEADER);
        if (failures > 0) {
            failures--;
            return 503;
        }
        if (!FeedSignature.matches(secret, seconds, body, header(exchange, Feeds.SIGNATURE_HEADER))) {
            refusals.add("signature");
            return 401;
        }
        if (header(exchange, Feeds.FEED_HEADER).startsWith(CampaignWriting.FEED + "/")) {
            standings.add(new String(body, StandardCharsets.UTF_8));
            return 204;
        }
        long after = Long.parseLong(header(exchange, Feeds.AFTER_HEADER));
        if (reached >= 0 && after > reached) {
            refusals.add("a gap before " + after);
            return 409;
        }
        pages++;
        long number = after;
        for (String row :
                new String(body, StandardCharsets.UTF_8).lines().skip(1).toList()) {
            long next = Long.parseLong(row.substring(0, row.indexOf(',')));
            if (next <= number) {
                refusals.add("not in order: " + next);
            }
            number = next;
            String before = facts.putIfAbsent(next, row);
            if (before != null && !before.equals(row)) {
                refusals.add("changed: " + next);
            }
        }
        reached = Math.max(reached, number);
        return 204;
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
