package terrace.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.database.DatabaseTrouble;
import terrace.marketplace.embedded.DataFolder;
import terrace.marketplace.embedded.Ending;
import terrace.marketplace.embedded.StartupRefusal;
import terrace.web.demo.DemoSummary;

/** Starts the market, or does one of the few things that are done from a shell: see {@link Commands}. */
public final class Terrace {
    private static final Logger LOG = LoggerFactory.getLogger(Terrace.class);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");
    private static final int PORT_MAX = 65_535;
    private static final int EXIT_REFUSED = 2;
    private static final int EXIT_PARENT_GONE = 143;

    private Terrace() {}

    public static void main(String[] arguments) {
        try {
            if (Boolean.getBoolean("terrace.exit-with-parent")) {
                exitWithParent();
            }
            nameDataFolder();
            if (arguments.length > 0) {
                System.exit(Commands.run(arguments));
            }
            start();
        } catch (RuntimeException e) {
            System.err.println(refusal(e));
            System.exit(EXIT_REFUSED);
        }
    }

    private static void start() {
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        requireFreePort(port());
        LOG.info("Terrace 梯田, Java {}, data in {}", Runtime.version().feature(), DataFolder.current());
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Terrace.class)
                .banner(false)
                .build();
        Ending.register(context);
        context.start();
        Optional<DemoStart> demo = context.findBean(DemoStart.class);
        Optional<DemoSummary> summary = demo.map(DemoStart::fill);
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        LOG.info("The site answers at {}, {} ms after the start", server.getURL(), System.currentTimeMillis() - began);
        summary.ifPresent(filled -> demo.get().announce(filled));
    }

    /** Maven ends without ending what it started; so what it started watches Maven. */
    private static void exitWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.isPresent()) {
            var _ = parent.get().onExit().thenRun(() -> System.exit(EXIT_PARENT_GONE));
        }
    }

    /** A market of another size has a folder of its own, so that measuring leaves the demo market alone. */
    private static void nameDataFolder() {
        String root = System.getProperty("terrace.root");
        if (root != null && System.getProperty("terrace.data") == null && System.getenv("TERRACE_DATA") == null) {
            String listings = System.getProperty("demo.listings", "0");
            Path folder = Path.of(root, ".data", listings.equals("0") ? "market" : "market-" + listings);
            System.setProperty("terrace.data", folder.toString());
        }
    }

    private static int port() {
        String port = Objects.requireNonNullElse(System.getenv("PORT"), "8080");
        if (!DIGITS.matcher(port).matches() || Integer.parseInt(port) > PORT_MAX) {
            throw new StartupRefusal("PORT must be a number up to " + PORT_MAX + ", not " + port + ".");
        }
        return Integer.parseInt(port);
    }

    private static void requireFreePort(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartupRefusal("Port " + port + " is in use: stop what uses it, or set PORT to another, as in"
                    + " PORT=8081 mvn -Prun.");
        }
    }

    /** One plain line; a stack trace only for what nobody foresaw. */
    private static String refusal(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupRefusal) {
                return "Terrace cannot start. " + cause.getMessage();
            }
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return "Terrace cannot start. The disk is full: free some space, then start again.";
            }
            Optional<String> database = DatabaseTrouble.sentence(cause);
            if (database.isPresent() && System.getenv("JDBC_URL") != null) {
                return "Terrace cannot start. " + database.get();
            }
        }
        LOG.error("Terrace cannot start", failure);
        return "Terrace cannot start: " + failure.getMessage();
    }
}
