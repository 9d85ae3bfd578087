package terrace.marketplace.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what this process runs in order, the last begun first: the site before its database. Left to hooks of their own
 * all would end at once, and the site would complain of everything it lost.
 */
public final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();

    private static boolean hooked;

    private Ending() {}

    /** Has this closed when the process ends. */
    public static synchronized void register(AutoCloseable part) {
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(Ending::end, "ending"));
            hooked = true;
        }
        RUNNING.push(part);
    }

    private static synchronized void end() {
        while (!RUNNING.isEmpty()) {
            AutoCloseable part = RUNNING.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end as it should", part, e);
            }
        }
    }
}
