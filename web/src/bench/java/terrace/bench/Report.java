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
        say("%,d listings; %d s each after %d s of warm-up", listings, secondsEach, Load.WARM_UP_SECONDS);
        say("%s", machine.sentence());
        System.out.println();
        say("%-38s %9s %9s %9s %7s %7s %8s  %s", "", "per s", "p50 ms", "p99 ms", "errors", "KiB", "cached", "mark");
        figures.forEach(Report::print);
        say("%-38s %9.2f", "checkout for each bare insert", checkoutOfBareInserts);
        startSeconds.forEach((kind, seconds) -> say("%-38s %9.1f s %59s", kind, seconds, START_MARK));
        memoryMib.forEach((process, mib) -> say("%-38s %9d MiB", "memory (PSS): " + process, mib));
        System.out.println();
        notes.forEach(note -> say("* %s", note));
    }

    private static void print(Figures f) {
        Double percent = f.cachedPercent();
        String cached = percent == null ? "" : String.format(Locale.ROOT, "%.1f %%", percent);
        say(
                "%-38s %9.0f %9.2f %9.2f %7d %7.1f %8s  %s",
                f.what(), f.perSecond(), f.p50Millis(), f.p99Millis(), f.errors(), f.kibPerAnswer(), cached, f.mark());
    }

    private static void say(String format, Object... parts) {
        System.out.println(String.format(Locale.ROOT, format, parts));
    }
}
