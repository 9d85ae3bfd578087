package terrace.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param kibPerAnswer as they travelled, compressed
 * @param cachedPercent of the pages asked for, how many came from the app's page cache; null where none could
 * @param mark what issue 2 wants to reach, empty where it names nothing
 */
record Figures(
        String what,
        double perSecond,
        double p50Millis,
        double p99Millis,
        long answers,
        long errors,
        double kibPerAnswer,
        @Nullable Double cachedPercent,
        String mark) {

    /** @param nanos of each answer, in any order */
    static Figures of(String what, long[] nanos, long errors, long bytes, double seconds, String mark) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures(
                what,
                sorted.length / seconds,
                millis(sorted, 0.50),
                millis(sorted, 0.99),
                sorted.length,
                errors,
                sorted.length == 0 ? 0 : bytes / 1024.0 / sorted.length,
                null,
                mark);
    }

    Figures cached(@Nullable Double percent) {
        return new Figures(what, perSecond, p50Millis, p99Millis, answers, errors, kibPerAnswer, percent, mark);
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
