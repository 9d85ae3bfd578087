package terrace.search.signals;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Signals between request and row: so many and no more, of all members and of each. */
@Singleton
class SignalQueue {
    static final int WAITING_MAX = 20_000;
    static final int PER_MINUTE_MAX = 240;
    static final int BATCH = 500;
    private static final int MEMBERS_MAX = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BlockingQueue<Signal> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Cache<UUID, AtomicInteger> told = Caffeine.newBuilder()
            .maximumSize(MEMBERS_MAX)
            .expireAfterWrite(MINUTE)
            .build();

    int offer(UUID memberId, List<Signal> signals) {
        AtomicInteger count = Objects.requireNonNull(told.get(memberId, unseen -> new AtomicInteger()));
        int taken = 0;
        for (Signal signal : signals) {
            if (count.incrementAndGet() > PER_MINUTE_MAX || !waiting.offer(signal)) {
                break;
            }
            taken++;
        }
        return taken;
    }

    List<Signal> next() {
        List<Signal> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        return batch;
    }
}
