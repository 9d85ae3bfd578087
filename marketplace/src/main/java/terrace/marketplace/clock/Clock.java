package terrace.marketplace.clock;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;

/** Tells the market's time: that of the SQL function {@code marketplace.clock_now()}. */
@Singleton
public class Clock {
    /** Business days begin and end at midnight here. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How long Java trusts what it last heard from the database about the offset. */
    private static final long TRUSTED_NANOS = 1_000_000_000L;

    private final DataSource dataSource;
    private final ConnectionOperations<Connection> connections;
    private volatile Reading reading = new Reading(Duration.ZERO, System.nanoTime() - TRUSTED_NANOS - 1);
    private volatile boolean heard;

    Clock(DataSource dataSource, ConnectionOperations<Connection> connections) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.connections = connections;
    }

    /** In an open transaction, asked by its own connection. */
    public Instant now() {
        Reading current = reading;
        if (System.nanoTime() - current.takenNanos > TRUSTED_NANOS) {
            current = read();
        }
        return Instant.now().plus(current.ahead);
    }

    /** Trusts nothing it has heard: the next question goes to the database. */
    void doubt() {
        reading = new Reading(reading.ahead, System.nanoTime() - TRUSTED_NANOS - 1);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /**
     * Sets how far the market's time is ahead of (or behind) real time.
     *
     * @throws IllegalStateException where the owner of the database has not allowed it: it is for demo and tests
     */
    public void shift(Duration ahead) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select marketplace.shift_clock(?)")) {
            statement.setLong(1, ahead.toMillis());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The clock may not be shifted here", e);
        }
        read();
    }

    /**
     * By the connection the caller has, if any: one who holds a connection and waits for a second may wait for others
     * who do the same, and the pool runs dry.
     */
    private Reading read() {
        Optional<Connection> held = connections.findConnectionStatus().map(ConnectionStatus::getConnection);
        try {
            if (held.isPresent()) {
                return read(held.get());
            }
            try (Connection own = dataSource.getConnection()) {
                return read(own);
            }
        } catch (SQLException e) {
            if (held.isPresent() && heard) {
                // a transaction that has failed answers nothing more; the offset hardly ever moves
                return reading;
            }
            throw new IllegalStateException("The clock could not be read", e);
        }
    }

    private Reading read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select marketplace.clock_now()");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            Instant now = rows.getObject(1, OffsetDateTime.class).toInstant();
            Reading fresh = new Reading(Duration.between(Instant.now(), now), System.nanoTime());
            reading = fresh;
            heard = true;
            return fresh;
        }
    }

    private record Reading(Duration ahead, long takenNanos) {}
}
