package terrace.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found, as a table and as JSON. It tells the marks beside the figures and judges neither.
 *
 * @param startSeconds by kind of start
 * @param checkoutOfBareInserts purchases a second for each bare row a second
 * @param memoryMib by process
 * @param notes how it was measured, where a figure needs that to be understood
 */
record Report(
        Machine machine,
        int listings,
        int secondsEach,
        Map<String, Double> startSeconds,
        List<Figures> figures,
        double checkoutOfBareInserts,
        Map<String, Long> memoryMib,
        List<String> notes) {
    private static final String START_MARK = "≤ 15 s";

    void write(Path file) throws IOException {
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    }

    void print() {
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "%,d listings; pages %d s each after at most %d s of warm-up, as long as answers come quicker%n",
                listings,
                secondsEach,
                Load.WARM_UP_SECONDS_MAX);
        System.out.printf(Locale.ROOT, "%s%n", machine.sentence());
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "%-38s %9s %9s %9s %7s %7s %8s  %s%n",
                "",
                "per s",
                "p50 ms",
                "p99 ms",
                "errors",
                "KiB",
                "cached",
                "mark");
        figures.forEach(Report::print);
        System.out.printf(Locale.ROOT, "%-38s %9.3f%n", "checkout for each bare insert", checkoutOfBareInserts);
        startSeconds.forEach(
                (kind, seconds) -> System.out.printf(Locale.ROOT, "%-38s %9.1f s %59s%n", kind, seconds, START_MARK));
        memoryMib.forEach(
                (process, mib) -> System.out.printf(Locale.ROOT, "%-38s %9d MiB%n", "memory (PSS): " + process, mib));
        System.out.println();
        notes.forEach(note -> System.out.printf(Locale.ROOT, "* %s%n", note));
    }

    private static void print(Figures f) {
        Double percent = f.cachedPercent();
        String cached = percent == null ? "" : String.format(Locale.ROOT, "%.1f %%", percent);
        System.out.printf(
                Locale.ROOT,
                "%-38s %9.0f %9.2f %9.2f %7d %7.1f %8s  %s%n",
                f.what(),
                f.perSecond(),
                f.p50Millis(),
                f.p99Millis(),
                f.errors(),
                f.kibPerAnswer(),
                cached,
                f.mark());
    }
}
