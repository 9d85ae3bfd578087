package terrace.marketplace.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL server from binaries on the class path, in the data folder; one for each process. */
public final class EmbeddedDatabase {
    public static final String OWNER = "postgres";
    public static final String APPLICATION = "terrace_app";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "terrace";
    private static final Duration STARTUP_MAX = Duration.ofSeconds(90);
    private static final long ORPHAN_STOP_SECONDS_MAX = 30;

    private static final AtomicInteger MARKETS = new AtomicInteger();
    private static final ThreadLocal<String> OF_THREAD = ThreadLocal.withInitial(EmbeddedDatabase::next);

    private static @Nullable EmbeddedPostgres running;

    private EmbeddedDatabase() {}

    /**
     * Starts the server, unless it runs, and answers the JDBC address of the market's database in it. In the temporary
     * folder of a test each thread that opens markets has a database of its own, so that tests can go side by side.
     */
    public static synchronized String start(DataFolder folder) {
        EmbeddedPostgres server = running == null ? started(folder) : running;
        running = server;
        String database = folder.lasting() ? DATABASE : OF_THREAD.get();
        prepare(server, database);
        return server.getJdbcUrl(OWNER, database).replaceAll("\\?.*$", "");
    }

    private static String next() {
        int number = MARKETS.incrementAndGet();
        return number == 1 ? DATABASE : DATABASE + number;
    }

    private static EmbeddedPostgres started(DataFolder folder) {
        Path data = folder.resolve("postgresql");
        try {
            stopOrphan(data);
            EmbeddedPostgres server = builder(folder, data).start();
            Ending.register(server);
            return server;
        } catch (IOException | IllegalStateException e) {
            throw new StartupRefusal(
                    "The embedded PostgreSQL did not start in " + data
                            + ": run as a user other than root, or name a server in JDBC_URL. (" + e.getMessage() + ")",
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Path data) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(STARTUP_MAX)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        folder.resolve("postgresql-binaries").toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "Asia/Shanghai");
        if (folder.lasting()) {
            // The library turns both off, since it is made for tests; here orders live in it.
            builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
        }
        return builder;
    }

    private static void prepare(EmbeddedPostgres server, String database) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles where rolname = '" + APPLICATION + "'")) {
                statement.execute("create role " + APPLICATION + " login");
            }
            if (!exists(statement, "pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database);
            }
        } catch (SQLException e) {
            throw new StartupRefusal("The embedded PostgreSQL could not be prepared: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from " + what)) {
            return rows.next();
        }
    }

    /** A process that was killed leaves its server behind. We hold the folder's lock, so it belongs to nobody now. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
        if (orphan.isEmpty()) {
            Files.deleteIfExists(pidFile);
            return;
        }
        LOG.info("Stopping the PostgreSQL (pid {}) that an earlier run left behind", pid);
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            orphan.get().onExit().get(ORPHAN_STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new StartupRefusal(
                    "PostgreSQL (pid " + pid + ") of an earlier run does not stop: stop it by hand.", e);
        }
    }
}
