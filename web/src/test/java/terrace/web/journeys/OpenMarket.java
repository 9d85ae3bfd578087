package terrace.web.journeys;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.embedded.Ending;
import terrace.marketplace.organising.Running;
import terrace.orders.gateway.SandboxBank;
import terrace.search.query.ListingSearch;
import terrace.search.query.SearchRequest;
import terrace.web.demo.DemoMarket;

/** The demo market with all its servers, opened once for all journeys of a test run. */
final class OpenMarket {
    static final String PASSWORD = "hani-red-rice";

    private static final int INDEX_SECONDS_MAX = 120;

    private static final OpenMarket ONLY = new OpenMarket();

    private final String address;
    private final ApplicationContext context;

    private OpenMarket() {
        int port = freePort();
        address = "http://localhost:" + port;
        // System properties, since the embedded database's configurer has the last word on a builder's own.
        System.setProperty("micronaut.server.port", Integer.toString(port));
        System.setProperty("public.url", address);
        System.setProperty("terrace.demo", "true");
        context = ApplicationContext.builder().banner(false).start();
        Ending.register(context);
        DemoMarket market = context.getBean(DemoMarket.class);
        market.build(System.out::println);
        market.trade(System.out::println);
        context.getBean(EmbeddedServer.class).start();
        // Other tests of this run open servers of their own.
        System.clearProperty("micronaut.server.port");
        awaitIndex(context.getBean(ListingSearch.class));
    }

    /** Until the index is built, searches are answered from PostgreSQL, which knows no pinyin. */
    private static void awaitIndex(ListingSearch search) {
        for (int tries = 0; tries < INDEX_SECONDS_MAX * 2; tries++) {
            if (!search.search(SearchRequest.of("hongmi", 5)).hits().isEmpty()) {
                return;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("the search index was not built in time");
    }

    /** By the market's own clock. */
    static Instant now() {
        return door(Clock.class).now();
    }

    /** Moves the clocks of market and bank; who walks beside would be walked into. */
    static void clockTo(Instant moment) {
        shift(Duration.between(Instant.now(), moment));
        door(Running.class).moveOn();
    }

    /** Lets the clocks go right again. */
    static void clockRight() {
        shift(Duration.ZERO);
    }

    private static void shift(Duration ahead) {
        door(Clock.class).shift(ahead);
        door(SandboxBank.class).shift(ahead);
    }

    /** For what has no page yet. */
    static <T> T door(Class<T> type) {
        return ONLY.context.getBean(type);
    }

    static String address() {
        return ONLY.address;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
