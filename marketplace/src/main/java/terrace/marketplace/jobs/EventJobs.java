package terrace.marketplace.jobs;

import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;

/** Keeps the table of events small: makes the partitions of the coming weeks and drops those that are delivered. */
@Factory
class EventJobs {
    private static final int KEPT_DAYS = 14;

    @Singleton
    Job tidyEvents(JdbcOperations jdbc, TransactionOperations<Connection> transactions) {
        return new Job(
                "tidy-events",
                Duration.ofHours(6),
                () -> transactions.execute(TransactionDefinition.DEFAULT, status -> {
                    jdbc.prepareStatement("select marketplace.make_event_partitions()", PreparedStatement::execute);
                    return jdbc.prepareStatement(
                            "select marketplace.drop_delivered_events(? * interval '1 day')", statement -> {
                                statement.setInt(1, KEPT_DAYS);
                                return statement.execute();
                            });
                }));
    }
}
