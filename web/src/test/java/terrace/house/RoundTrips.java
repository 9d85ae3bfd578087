package terrace.house;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts round trips to PostgreSQL: the driver says Sync once for each. Other tests' are counted, too. */
final class RoundTrips extends Handler {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final AtomicInteger syncs = new AtomicInteger();

    private RoundTrips() {
        setLevel(Level.ALL);
    }

    static RoundTrips begin() {
        RoundTrips counting = new RoundTrips();
        DRIVER.setLevel(Level.FINEST);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counting);
        return counting;
    }

    void end() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(null);
    }

    int count() {
        return syncs.get();
    }

    @Override
    public void publish(LogRecord message) {
        if (message.getMessage().contains("FE=> Sync")) {
            syncs.incrementAndGet();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
