package terrace.search.replay;

import io.micronaut.context.ApplicationContext;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Prints how well recommendations foretell what made-up people buy next; {@code mvn -q -Preplay}. */
final class Replay {
    private static final int TRAINED_DAYS = 63;

    private Replay() {}

    /** @param sizes goods, people, and how many seeds */
    public static void main(String[] sizes) {
        int goods = Integer.parseInt(sizes[0]);
        int people = Integer.parseInt(sizes[1]);
        int seeds = Integer.parseInt(sizes[2]);
        PrintStream out = System.out;
        out.printf(
                Locale.ROOT,
                "Replay: %d weeks of a made-up shop, trained on %d days, next purchases of the rest, first %d places%n",
                MadeUpMarket.DAYS / 7,
                TRAINED_DAYS,
                Rerun.DEPTH);
        out.println("seed  goods people signals | baskets MRR: ours popular in-province ratio"
                + " | first bought MRR: ours popular ratio | mean ms p99 ms");
        // what is measured needs no Elasticsearch
        System.setProperty("terrace.search.running", "false");
        try (ApplicationContext context =
                ApplicationContext.builder().environments("test").start()) {
            List<Rerun.Outcome> outcomes = LongStream.rangeClosed(1, seeds)
                    .mapToObj(seed -> {
                        Rerun.Outcome outcome =
                                Rerun.of(context.getBean(Stage.class), seed, goods, people, TRAINED_DAYS);
                        print(out, outcome);
                        return outcome;
                    })
                    .toList();
            double least =
                    outcomes.stream().mapToDouble(Rerun.Outcome::ratio).min().orElse(0);
            out.printf(Locale.ROOT, "least ratio to the better of the two yardsticks=%.3f (wanted: 1.100)%n", least);
        }
    }

    private static void print(PrintStream out, Rerun.Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "%4d %6d %6d %7d | %7d %9.4f %7.4f %11.4f %5.2f | %12d %9.4f %7.4f %5.2f | %7.2f %6.2f%n",
                outcome.seed(),
                outcome.goods(),
                outcome.people(),
                outcome.signals(),
                outcome.asked(),
                outcome.ours(),
                outcome.popular(),
                outcome.inProvince(),
                outcome.ratio(),
                outcome.askedNew(),
                outcome.oursNew(),
                outcome.popularNew(),
                outcome.oursNew() / outcome.popularNew(),
                outcome.meanMillis(),
                outcome.p99Millis());
    }
}
