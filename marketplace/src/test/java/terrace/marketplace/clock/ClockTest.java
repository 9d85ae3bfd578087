package terrace.marketplace.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ClockTest {
    private static final int PATIENCE_SECONDS = 20;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    DataSource dataSource;

    @Inject
    ConnectionOperations<Connection> connections;

    @Value("${datasources.default.maximum-pool-size}")
    int poolSize;

    @AfterEach
    void back() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void java_and_the_database_read_the_same_time_also_when_it_is_shifted() {
        clock.shift(Duration.ofDays(-12));
        Instant database = transactions.executeRead(status ->
                jdbc.prepareStatement("select marketplace.clock_now()", statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getTimestamp(1).toInstant();
                    }
                }));
        assertThat(Duration.between(clock.now(), database).abs()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void time_is_told_in_transactions_that_hold_every_connection_there_is() throws Exception {
        CyclicBarrier allHold = new CyclicBarrier(poolSize);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Duration>> askers = Collections.nCopies(
                    poolSize,
                    () -> transactions.executeWrite(status -> {
                        try {
                            allHold.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        // one that has not asked yet must ask now
                        return Duration.between(new Clock(dataSource, connections).now(), clock.now());
                    }));
            for (Future<Duration> asker : threads.invokeAll(askers, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                assertThat(asker.get().abs()).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void a_transaction_that_failed_is_told_the_time_as_last_heard() {
        Instant before = clock.now();
        transactions.executeWrite(status -> {
            Clock asking = new Clock(dataSource, connections);
            asking.now();
            assertThatThrownBy(() -> jdbc.prepareStatement("select 1 / 0", PreparedStatement::executeQuery))
                    .isInstanceOf(RuntimeException.class);
            asking.doubt();
            assertThat(asking.now()).isAfterOrEqualTo(before);
            status.setRollbackOnly();
            return status;
        });
    }
}
