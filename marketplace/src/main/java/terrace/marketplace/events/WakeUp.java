package terrace.marketplace.events;

import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes event workers: those of this node at once, those of others through NOTIFY. The NOTIFY is sent after the commit
 * and not inside it, since PostgreSQL lets only one notifying transaction commit at a time.
 */
@Singleton
class WakeUp {
    static final String CHANNEL = "terrace_event";

    private static final Logger LOG = LoggerFactory.getLogger(WakeUp.class);
    private static final int LISTEN_MILLIS = 1_000;
    private static final long NOTIFY_SPACING_MILLIS = 50;

    private final DataSource dataSource;
    private final String url;
    private final String username;
    private final String password;
    private final Semaphore here = new Semaphore(0);
    private final Semaphore elsewhere = new Semaphore(0);
    private volatile boolean closed;

    WakeUp(
            DataSource dataSource,
            @Value("${datasources.default.url}") String url,
            @Value("${datasources.default.username}") String username,
            @Nullable @Value("${datasources.default.password:}") String password) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.url = url;
        this.username = username;
        this.password = password == null ? "" : password;
    }

    void ring() {
        here.release();
        elsewhere.release();
    }

    /** Waits until somebody rang, at most so long. */
    void await(long millis) throws InterruptedException {
        if (here.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            here.drainPermits();
        }
    }

    /** Starts telling and hearing other nodes. */
    void connect() {
        Thread.ofVirtual().name("event-notify").start(this::tell);
        Thread.ofPlatform().daemon().name("event-listen").start(this::listen);
    }

    @PreDestroy
    void close() {
        closed = true;
        elsewhere.release();
    }

    private void tell() {
        while (!closed) {
            try {
                elsewhere.acquire();
                elsewhere.drainPermits();
                if (closed) {
                    return;
                }
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("notify " + CHANNEL);
                }
                TimeUnit.MILLISECONDS.sleep(NOTIFY_SPACING_MILLIS);
            } catch (SQLException e) {
                LOG.debug("Other nodes will hear of events when they next poll: {}", e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = DriverManager.getConnection(url, username, password);
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (!closed) {
                    if (notifications.getNotifications(LISTEN_MILLIS).length > 0) {
                        here.release();
                    }
                }
            } catch (SQLException e) {
                LOG.debug("Not listening for events of other nodes, polling goes on: {}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LISTEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
