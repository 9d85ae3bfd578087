package terrace.search.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.EmbeddedNode;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * Starts one Elasticsearch node on the loopback address, prints {@code READY http://127.0.0.1:port} and ends when its
 * standard input closes, so that it never outlives the market, not even one that was killed.
 *
 * <p>Arguments: home folder, and port (0 takes a free one).
 */
public final class SearchNode {
    private static final String NAME = "terrace-search";
    private static final Duration LOCK_WAIT = Duration.ofSeconds(15);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(300);
    // kept in a field: the logging framework holds its loggers weakly and would forget the level
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private SearchNode() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, NodeValidationException {
        if (arguments.length != 2) {
            System.err.println("The search node needs two arguments: home folder and port.");
            System.exit(2);
        }
        Settings settings = settings(Path.of(arguments[0]).toAbsolutePath(), Integer.parseInt(arguments[1]));
        LogConfigurator.configureWithoutConfig(settings);
        LogConfigurator.configureESLogging();
        // Lucene recommends the vector module at each start; we search words
        LUCENE.setLevel(Level.SEVERE);
        Node node = open(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "node-close"));
        node.start();
        int port = node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .getPort();
        System.out.println("READY http://127.0.0.1:" + port);
        waitForEndOfInput();
        System.exit(0);
    }

    /**
     * A node that was just killed may hold its lock for a moment longer; a second market on the same folder holds it
     * for good.
     */
    private static Node open(Settings settings) throws InterruptedException {
        Path config = Path.of(settings.get("path.home")).resolve("config");
        long deadline = System.nanoTime() + LOCK_WAIT.toNanos();
        while (true) {
            try {
                Environment environment =
                        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), config, () -> NAME);
                return new EmbeddedNode(
                        environment, List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, RootPlugin.class));
            } catch (IllegalStateException e) {
                boolean locked = String.valueOf(e.getMessage()).contains("failed to obtain node lock");
                if (!locked || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(LOCK_PAUSE);
            }
        }
    }

    private static Settings settings(Path home, int port) throws IOException {
        for (String folder : List.of("config", "modules", "plugins", "lib")) {
            Files.createDirectories(home.resolve(folder));
        }
        return Settings.builder()
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs"))
                .put("cluster.name", NAME)
                .put("node.name", NAME)
                .put("discovery.type", "single-node")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("http.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.host", "127.0.0.1")
                .put("transport.port", 0)
                // a full disk on somebody's laptop must not turn the index read-only
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // a misspelt index name must fail, not quietly become an index without our mapping
                .put("action.auto_create_index", false)
                .build();
    }

    private static void close(Node node) {
        try {
            node.close();
            node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("The search node did not close cleanly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForEndOfInput() throws IOException {
        byte[] ignored = new byte[256];
        while (System.in.read(ignored) >= 0) {
            // whatever is said to us means nothing; only the silence at the end does
        }
    }
}
