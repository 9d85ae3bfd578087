package terrace.web.journeys;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ServerSocket;
import terrace.web.demo.DemoMarket;

/** The demo market with all its servers, opened once for all journeys of a test run. */
final class OpenMarket {
    static final String PASSWORD = "hani-red-rice";

    private static final OpenMarket ONLY = new OpenMarket();

    private final String address;

    private OpenMarket() {
        int port = freePort();
        address = "http://localhost:" + port;
        // System properties, since the embedded database's configurer has the last word on a builder's own.
        System.setProperty("micronaut.server.port", Integer.toString(port));
        System.setProperty("public.url", address);
        System.setProperty("terrace.demo", "true");
        ApplicationContext context = ApplicationContext.builder().banner(false).start();
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        DemoMarket market = context.getBean(DemoMarket.class);
        market.build(System.out::println);
        context.getBean(EmbeddedServer.class).start();
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
