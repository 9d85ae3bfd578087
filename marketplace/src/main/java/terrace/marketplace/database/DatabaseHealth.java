package terrace.marketplace.database;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL as a part of readiness: without it the market is closed. Says no address, since anybody may ask. */
@Singleton
@Readiness
class DatabaseHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);

    private final Ping ping;

    DatabaseHealth(Ping ping) {
        this.ping = ping;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = HealthStatus.UP;
        try {
            ping.ping();
        } catch (RuntimeException e) {
            LOG.error("The database does not answer", e);
            status = HealthStatus.DOWN;
        }
        return Publishers.just(HealthResult.builder("database", status).build());
    }

    /** The shortest question there is; in a class of its own, so that the transaction's failure is caught too. */
    @Singleton
    static class Ping {
        private final JdbcOperations jdbc;

        Ping(JdbcOperations jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional(readOnly = true)
        void ping() {
            jdbc.prepareStatement("select 1", PreparedStatement::execute);
        }
    }
}
