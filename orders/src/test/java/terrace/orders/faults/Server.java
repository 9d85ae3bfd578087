package terrace.orders.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import terrace.marketplace.embedded.DataFolder;

/** The embedded PostgreSQL as what it is to the system: killed without a word, and started again as it was. */
final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 100;

    private final String url;
    private final List<String> command;
    private final Path folder;
    private final List<ProcessHandle> processes;

    private Server(String url, List<String> command, Path folder, List<ProcessHandle> processes) {
        this.url = url;
        this.command = command;
        this.folder = folder;
        this.processes = processes;
    }

    /** @param url with which its owner can ask whether it is up */
    static Server running(String url) throws IOException {
        Path pidFile = DataFolder.current().resolve("postgresql").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Path facts = Path.of("/proc", Long.toString(pid));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // it refuses to run as root: in a namespace of its own it is nobody
            command.addAll(List.of("unshare", "-U"));
        }
        // each word ends with a zero
        String words = Files.readString(facts.resolve("cmdline"));
        command.addAll(Arrays.asList(words.substring(0, words.length() - 1).split("\0", -1)));
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(first), first.descendants()).toList();
        return new Server(url, command, facts.resolve("cwd").toRealPath(), all);
    }

    /** All of its processes at once. */
    void kill() throws InterruptedException {
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            while (process.isAlive()) {
                Thread.sleep(1);
            }
        }
    }

    /** The first try may find what the killed one held still in use. */
    void start() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        Process process = begin();
        while (!answers()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("PostgreSQL does not start again");
            }
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                process = begin();
            }
        }
    }

    private Process begin() throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
