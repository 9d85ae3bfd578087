package terrace.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A closed loop: every shopper asks for the next page as soon as the last one has come. */
final class Load {
    static final int WARM_UP_SECONDS = 5;

    private static final long SECOND = 1_000_000_000L;
    private static final int OK = 200;

    private final Metrics metrics;
    private final int seconds;

    Load(Metrics metrics, int seconds) {
        this.metrics = metrics;
        this.seconds = seconds;
    }

    /** Reads pages with all shoppers at once; the pages asked for while warming up are of the same kind. */
    Figures pages(String what, List<Shopper> shoppers, Function<RandomGenerator, String> paths, String mark) {
        System.out.println("  " + what);
        long from = System.nanoTime() + WARM_UP_SECONDS * SECOND;
        long until = from + seconds * SECOND;
        List<Future<Tally>> loops = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < shoppers.size(); number++) {
                Shopper shopper = shoppers.get(number);
                RandomGenerator chance = new SplittableRandom(number);
                loops.add(threads.submit(() -> loop(shopper, () -> paths.apply(chance), from, until)));
            }
            pauseUntil(from);
            Metrics.Cached before = metrics.cached();
            pauseUntil(until);
            Metrics.Cached after = metrics.cached();
            return sum(what, loops, mark).cached(before.percentUntil(after));
        }
    }

    private static Tally loop(Shopper shopper, Supplier<String> paths, long from, long until) {
        Tally tally = new Tally();
        for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
            int status = 0;
            long bytes = 0;
            try {
                Answer answer = shopper.load(paths.get());
                status = answer.status();
                bytes = answer.bytes();
            } catch (IOException e) {
                // counted as an error below; the next request opens a new connection
            }
            long done = System.nanoTime();
            if (done >= from && done < until) {
                tally.add(status == OK, done - begun, bytes);
            }
        }
        return tally;
    }

    private Figures sum(String what, List<Future<Tally>> loops, String mark) {
        Tally all = new Tally();
        loops.forEach(loop -> all.add(result(loop)));
        return all.figures(what, seconds, mark);
    }

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a shopper gave up", e);
        }
    }

    private static void pauseUntil(long nanoTime) {
        try {
            Thread.sleep(Math.max(0, (nanoTime - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one shopper, or all of them, got; used by one thread at a time. */
    static final class Tally {
        private long[] nanos = new long[4096];
        private int count;
        private long errors;
        private long bytes;

        void add(boolean good, long took, long size) {
            if (!good) {
                errors++;
                return;
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = took;
            bytes += size;
        }

        void add(Tally other) {
            int needed = count + other.count;
            if (needed > nanos.length) {
                nanos = Arrays.copyOf(nanos, needed);
            }
            System.arraycopy(other.nanos, 0, nanos, count, other.count);
            count = needed;
            errors += other.errors;
            bytes += other.bytes;
        }

        Figures figures(String what, double seconds, String mark) {
            return Figures.of(what, Arrays.copyOf(nanos, count), errors, bytes, seconds, mark);
        }
    }
}
