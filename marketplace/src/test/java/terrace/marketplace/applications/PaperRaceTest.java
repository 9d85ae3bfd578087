package terrace.marketplace.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import terrace.marketplace.embedded.DataFolder;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.Samples;

@MicronautTest(transactional = false)
class PaperRaceTest {

    private static final String WAITING_FOR_ME = """
            select exists (select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))""";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 10;

    @Inject
    Applications applications;

    @Inject
    WayIn wayIn;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_paper_that_comes_while_it_is_handed_in_is_not_kept() throws Exception {
        var account = wayIn.drafted();
        var mark = UUID.randomUUID().toString();
        var before = applications.papers(account).size();
        CompletableFuture<Optional<PaperIntake>> late = transactions.executeWrite(status -> {
            assertThat(applications.submit(account).orElseThrow()).isInstanceOf(Submission.Submitted.class);
            var adding = CompletableFuture.supplyAsync(
                    () -> applications.addPaper(account, WayIn.licence(null), Samples.pdf("(" + mark + ")")));
            awaitWaiting(status.getConnection(), adding);
            return adding;
        });
        assertThat(late.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(applications.papers(account)).hasSize(before);
        assertThat(filesWith(mark)).as("no file without its paper").isZero();
    }

    /** The paper is drawn and wants in: only now is the application handed in for good. */
    private static void awaitWaiting(Connection connection, Future<?> adding) throws Exception {
        var until = System.nanoTime() + PATIENCE.toNanos();
        try (var statement = connection.createStatement()) {
            while (!waiting(statement)) {
                assertThat(adding).as("waits for the one who hands it in").isNotDone();
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private static boolean waiting(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(WAITING_FOR_ME)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static long filesWith(String mark) throws IOException {
        try (var files = Files.walk(DataFolder.current().resolve("files/papers"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(mark))
                    .count();
        }
    }

    /** Another test may take its own file away meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
