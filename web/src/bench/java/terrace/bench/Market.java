package terrace.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The market, in a process of its own under the flags it runs under, with its embedded servers. */
final class Market implements AutoCloseable {
    private static final Duration BUILD_MAX = Duration.ofMinutes(20);
    private static final long STOP_SECONDS_MAX = 60;
    private static final int OK = 200;
    private static final int ATTEMPT_MILLIS = 50;
    private static final String OWN_CLASSES = "bench-classes";
    private static final String CLASSES = "/target/classes";

    private final Process process;
    private final int port;
    private final Path data;
    private final double readySeconds;

    private Market(Process process, int port, Path data, double readySeconds) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.readySeconds = readySeconds;
    }

    /** Starts it and waits until the home page answers; the first start of a data folder builds the market in it. */
    static Market start(int listings) throws IOException, InterruptedException {
        return start(listings, 0);
    }

    /** @param orders old ones in it, which gives it a folder of its own */
    static Market start(int listings, long orders) throws IOException, InterruptedException {
        String root = System.getProperty("terrace.root", ".");
        Path data = Path.of(root, ".data", "market-" + listings + (orders == 0 ? "" : "-" + orders))
                .toAbsolutePath()
                .normalize();
        int port = freePort();
        long begun = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command(root, data, listings)).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(root).toFile()));
        builder.environment().put("PORT", Integer.toString(port));
        Process process = builder.start();
        Market market = new Market(process, port, data, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        market.await(log(root));
        return new Market(process, port, data, (System.nanoTime() - begun) / 1e9);
    }

    private static List<String> command(String root, Path data, int listings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("bench.flags", "-Xmx512m").split(" ")));
        command.addAll(List.of(
                "-Dterrace.root=" + root,
                "-Dterrace.data=" + data,
                "-Dterrace.demo=true",
                "-Dterrace.exit-with-parent=true",
                "-Ddemo.listings=" + listings,
                "-cp",
                classPath(),
                "terrace.web.Terrace"));
        return command;
    }

    /** Ours without the bench itself, from the jars {@code mvn -Prun} starts, so that its classes are remembered. */
    private static String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
            if (entry.endsWith(CLASSES)) {
                entries.add(jar(Path.of(entry.substring(0, entry.length() - CLASSES.length()))));
            } else if (!entry.endsWith(OWN_CLASSES)) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String jar(Path module) throws IOException {
        Path folder = Path.of(System.getProperty("terrace.root", ".")).resolve("web/target/site-lib");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, module.getFileName() + "-[0-9]*.jar")) {
            return jars.iterator().next().toString();
        }
    }

    private static Path log(String root) {
        return Path.of(root, "web", "target", "bench-market.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Path log) throws IOException, InterruptedException {
        long until = System.nanoTime() + BUILD_MAX.toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the market did not start; see " + log);
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the market is not there after " + BUILD_MAX + "; see " + log);
            }
            Thread.sleep(ATTEMPT_MILLIS);
        }
    }

    private boolean answers() throws IOException {
        try {
            return new Shopper(port, 0).load("/").status() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** From the start of the process to the first home page. */
    double readySeconds() {
        return readySeconds;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
