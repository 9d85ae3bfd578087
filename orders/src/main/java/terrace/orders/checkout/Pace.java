package terrace.orders.checkout;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers go out one after the other at a steady pace, however many want one: whoever is early waits, holding neither
 * connection nor processor. So people who keep asking are slowed down instead of everybody else.
 */
final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong free = new AtomicLong();
    private final long begun = System.nanoTime();
    private final long every;
    private final long longest;

    /** @param longest nobody waits longer; when so many come that some would, it is quicker than its pace */
    Pace(int aSecond, Duration longest) {
        this.every = SECOND / aSecond;
        this.longest = longest.toNanos();
    }

    /** Waits for one's turn; an interrupted thread does not. */
    void await() {
        long until = System.nanoTime() + waiting(System.nanoTime() - begun);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** How long somebody waits who comes now. */
    long waiting(long now) {
        long turn = free.getAndUpdate(at -> at - now >= longest ? at : Math.max(at, now) + every);
        return Math.clamp(turn - now, 0, longest);
    }
}
