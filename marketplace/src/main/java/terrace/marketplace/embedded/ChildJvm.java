package terrace.marketplace.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of ours in a Java process of its own. It prints {@code READY <address>} when it answers, and ends when its
 * standard input closes, which happens even when this process is killed.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildJvm.class);
    private static final String READY = "READY ";
    private static final long STOP_SECONDS_MAX = 10;
    /** Ctrl-C goes to all processes of a terminal's job; a child ends when its parent says so, not before it. */
    private static final List<String> OUT_OF_REACH_OF_CTRL_C =
            Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();

    private final String name;
    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private ChildJvm(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts a main class on a class path with the Java this process runs on.
     *
     * @param flags of the virtual machine
     */
    public static ChildJvm start(
            String name,
            List<String> flags,
            String classPath,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment) {
        List<String> command = new ArrayList<>(OUT_OF_REACH_OF_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            ChildJvm child = new ChildJvm(name, builder.start());
            Thread.ofPlatform().daemon().name(name + "-output").start(child::read);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /**
     * Flags with which a JVM remembers the classes it loaded from start to start, in a file of some 20 to 90 MB that it
     * writes when it ends for the first time. Its class path must be of jars (.decisions/0061).
     */
    public static List<String> rememberingClasses(Path folder) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                // a file that is not there yet, or of other classes, is no news
                "-Xlog:cds*=off,aot*=off");
    }

    /** Completes with the address it printed, or fails when the process ended before. */
    public CompletableFuture<String> address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(READY)) {
                    address.complete(line.substring(READY.length()).strip());
                } else {
                    LOG.info("[{}] {}", name, line);
                }
            }
        } catch (IOException e) {
            LOG.debug("{} closed its output", name, e);
        } finally {
            address.completeExceptionally(new IllegalStateException(name + " ended before it was ready"));
        }
    }
}
