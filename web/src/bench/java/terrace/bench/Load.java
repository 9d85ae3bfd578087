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
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A closed loop: every shopper asks for the next page as soon as the last one has come. */
final class Load {
    /** Then it is looked whether answers still come quicker than they came so long before. */
    static final int WARM_UP_SECONDS = 5;

    /** On slow cores the compiler takes minutes until the pages of a kind run as well as they will. */
    static final int WARM_UP_SECONDS_MAX = 300;

    /** Quicker by less is not quicker. */
    private static final double STILL_RISING = 1.03;

    /** So many rounds are set against as many before them. */
    private static final int COMPARED = 4;

    private static final long SECOND = 1_000_000_000L;
    private static final int OK = 200;
    /** More than there are shoppers: every one of every round draws a row of its own, the same in every bench. */
    private static final long SEEDS = 1_000;

    private final Metrics metrics;
    private final int seconds;
    private long rounds;

    Load(Metrics metrics, int seconds) {
        this.metrics = metrics;
        this.seconds = seconds;
    }

    /**
     * Reads pages with all shoppers at once, after as many of the same kind as it takes until they come no quicker
     * any more.
     */
    Figures pages(String what, List<Shopper> shoppers, Function<RandomGenerator, String> paths, String mark) {
        int warmedUp = warmUp(() -> together(shoppers, paths, WARM_UP_SECONDS).count);
        System.out.println("  " + what + ", warm after " + warmedUp + " s");
        Metrics.Cached before = metrics.cached();
        Tally all = together(shoppers, paths, seconds);
        Metrics.Cached after = metrics.cached();
        return all.figures(what, seconds, mark).cached(before.percentUntil(after));
    }

    /**
     * Until the last twenty seconds answered hardly more than the twenty before them; single rounds sway too much.
     *
     * @param round how many were answered in {@link #WARM_UP_SECONDS}
     * @return seconds
     */
    static int warmUp(IntSupplier round) {
        List<Integer> rounds = new ArrayList<>();
        while (stillRising(rounds) && rounds.size() * WARM_UP_SECONDS < WARM_UP_SECONDS_MAX) {
            rounds.add(round.getAsInt());
        }
        return rounds.size() * WARM_UP_SECONDS;
    }

    private static boolean stillRising(List<Integer> rounds) {
        int now = rounds.size();
        return now < 2 * COMPARED
                || sum(rounds.subList(now - COMPARED, now))
                        > sum(rounds.subList(now - 2 * COMPARED, now - COMPARED)) * STILL_RISING;
    }

    private static int sum(List<Integer> rounds) {
        return rounds.stream().mapToInt(Integer::intValue).sum();
    }

    private Tally together(List<Shopper> shoppers, Function<RandomGenerator, String> paths, int seconds) {
        long from = System.nanoTime();
        long until = from + seconds * SECOND;
        rounds++;
        List<Future<Tally>> loops = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Shopper shopper : shoppers) {
                RandomGenerator chance = new SplittableRandom(rounds * SEEDS + loops.size());
                loops.add(threads.submit(() -> loop(shopper, () -> paths.apply(chance), from, until)));
            }
        }
        Tally all = new Tally();
        loops.forEach(loop -> all.add(result(loop)));
        return all;
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

    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a shopper gave up", e);
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

        int count() {
            return count;
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
