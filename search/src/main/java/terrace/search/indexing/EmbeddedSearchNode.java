package terrace.search.indexing;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.embedded.ChildJvm;
import terrace.marketplace.embedded.DataFolder;
import terrace.marketplace.embedded.Ending;

/**
 * The Elasticsearch node that comes with the market, in a Java process of its own; started again when it died. In the
 * temporary folder of a test one serves all markets this process opens, one after the other: starting it takes longer
 * than most tests.
 */
@Singleton
class EmbeddedSearchNode {
    private static final String MAIN = "terrace.search.node.SearchNode";
    private static final long START_SECONDS_MAX = 90;
    private static final String FREE_PORT = "0";

    private static @Nullable ChildJvm ofAllMarkets;

    private @Nullable ChildJvm child;
    private boolean closed;

    /** Its address, once it answers. */
    String address() throws InterruptedException {
        ChildJvm running = running();
        try {
            return running.address().get(START_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            running.close();
            throw new IllegalStateException("The search node did not start; its last lines are in the log", e);
        }
    }

    synchronized long pid() {
        return child == null ? 0 : child.pid();
    }

    private synchronized ChildJvm running() {
        if (closed) {
            throw new IllegalStateException("The search node is closed");
        }
        if (child == null || !child.alive()) {
            DataFolder folder = DataFolder.current();
            child = folder.lasting() ? start(folder) : ofAllMarkets(folder);
        }
        return child;
    }

    private static ChildJvm ofAllMarkets(DataFolder folder) {
        synchronized (EmbeddedSearchNode.class) {
            ChildJvm node = ofAllMarkets;
            if (node == null || !node.alive()) {
                node = start(folder);
                Ending.register(node);
                ofAllMarkets = node;
            }
            return node;
        }
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        if (child != null && DataFolder.current().lasting()) {
            child.close();
        }
    }

    private static ChildJvm start(DataFolder folder) {
        Path home = folder.resolve("search");
        List<String> flags = new ArrayList<>(List.of(
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dio.netty.noUnsafe=true"));
        if (!folder.lasting()) {
            // the node of a test is gone before the optimising compiler has paid
            flags.add("-XX:TieredStopAtLevel=1");
        } else {
            flags.addAll(ChildJvm.rememberingClasses(home));
        }
        return ChildJvm.start("search-node", flags, classPath(), MAIN, List.of(home.toString(), FREE_PORT), Map.of());
    }

    private static String classPath() {
        return System.getProperty(
                "terrace.node.classpath", System.getProperty("terrace.root", ".") + "/search/node/target/node-lib/*");
    }
}
