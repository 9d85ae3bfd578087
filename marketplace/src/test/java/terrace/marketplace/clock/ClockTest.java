package terrace.marketplace.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ClockTest {
    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

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
}
