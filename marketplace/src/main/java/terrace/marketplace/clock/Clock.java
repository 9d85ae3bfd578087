package terrace.marketplace.clock;

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
import javax.sql.DataSource;

/** Tells the market's time: that of the SQL function {@code marketplace.clock_now()}. */
@Singleton
public class Clock {
    /** Business days begin and end at midnight here. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How long Java trusts what it last heard from the database about the offset. */
    private static final long TRUSTED_NANOS = 1_000_000_000L;

    private final DataSource dataSource;
    private volatile Reading reading = new Reading(Duration.ZERO, System.nanoTime() - TRUSTED_NANOS - 1);

    Clock(DataSource dataSource) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    public Instant now() {
        Reading current = reading;
        if (System.nanoTime() - current.takenNanos > TRUSTED_NANOS) {
            current = read();
        }
        return Instant.now().plus(current.ahead);
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

    private Reading read() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select marketplace.clock_now()");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            Instant now = rows.getObject(1, OffsetDateTime.class).toInstant();
            Reading fresh = new Reading(Duration.between(Instant.now(), now), System.nanoTime());
            reading = fresh;
            return fresh;
        } catch (SQLException e) {
            throw new IllegalStateException("The clock could not be read", e);
        }
    }

    private record Reading(Duration ahead, long takenNanos) {}
}
