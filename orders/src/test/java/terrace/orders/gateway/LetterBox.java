package terrace.orders.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;

/** The shop's end of the notices: keeps every letter as it came and answers what the shop says to it. */
public final class LetterBox implements AutoCloseable {

    private final HttpServer server;
    private final List<NoticeLetter> letters = new CopyOnWriteArrayList<>();
    private final List<Boolean> taken = new CopyOnWriteArrayList<>();
    private volatile BiPredicate<String, NoticeLetter> shop = (channel, letter) -> true;

    public LetterBox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/notices", this::take);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/notices";
    }

    /** Who decides of channel and letter whether it is taken. */
    public void ask(BiPredicate<String, NoticeLetter> newShop) {
        shop = newShop;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        NoticeLetter letter = new NoticeLetter(body, exchange.getRequestHeaders());
        String channel = exchange.getRequestURI().getPath().endsWith("/ccb") ? "ccb" : "stripe";
        boolean kept = shop.test(channel, letter);
        letters.add(letter);
        taken.add(kept);
        exchange.sendResponseHeaders(kept ? 200 : 400, -1);
        exchange.close();
    }

    public List<NoticeLetter> letters() {
        return List.copyOf(letters);
    }

    /** How many were taken and how many not. */
    public long count(boolean kept) {
        return taken.stream().filter(one -> one == kept).count();
    }

    public void empty() {
        letters.clear();
        taken.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
