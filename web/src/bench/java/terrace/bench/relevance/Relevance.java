package terrace.bench.relevance;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.bench.relevance.JudgedSet.MissingException;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.search.indexing.JudgedIndex;
import terrace.search.indexing.JudgedIndex.Goods;
import terrace.search.query.JudgedSearch;
import terrace.search.query.Leaning;
import terrace.web.demo.plan.Facts;
import terrace.web.demo.plan.GrownMarket;

/**
 * {@code mvn -Prelevance -Drelevance.dir=DIR}: judged queries through the mapping, the query and the order of the
 * market. First with our catalogue and with other titles mixed in, last the goods of the folder alone.
 */
public final class Relevance {
    private static final int OUR_GOODS = 5_000;
    private static final int EXIT_MISSING = 2;
    private static final int PEOPLE = 3;
    private static final int LIKES_ONE_IN = 3;

    private final JudgedSet judged;
    private final JudgedIndex index;
    private final JudgedSearch search;
    private final List<Goods> ours;

    private Relevance(JudgedSet judged, ApplicationContext context) throws IOException, InterruptedException {
        this.judged = judged;
        this.index = JudgedIndex.open(context);
        this.search = new JudgedSearch(index.client(), JudgedIndex.NAME, context);
        this.ours = ours(context.getBean(Regions.class));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String root = System.getProperty("terrace.root", ".");
        String named = System.getProperty("relevance.dir", "");
        Path folder = Path.of(root).resolve(named.isEmpty() ? "../shared/data/relevance/zh" : named);
        JudgedSet judged;
        try {
            judged = JudgedSet.read(folder.normalize());
        } catch (MissingException e) {
            System.err.println(e.getMessage());
            System.exit(EXIT_MISSING);
            return;
        }
        try (ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                // each run has other goods under the same name: nothing may be kept from the one before
                .properties(Map.of(
                        "terrace.search.running",
                        false,
                        "terrace.search.best-kept",
                        "0s",
                        "terrace.search.best-kept-still",
                        "0s",
                        "terrace.search.counts-kept",
                        "0s",
                        "terrace.search.neighbours-kept",
                        "0s"))
                .start()) {
            new Relevance(judged, context).measure(Boolean.getBoolean("relevance.plain"));
        }
        System.exit(0);
    }

    private void measure(boolean plainOnly) throws IOException {
        System.out.printf(
                "%-34s %8s %8s %8s %8s %8s %6s%n", "", "goods", "queries", "MRR@10", "nDCG@10", "R@10", "zero");
        if (!plainOnly) {
            run("with our catalogue", ours);
            if (!judged.others().isEmpty()) {
                run("with titles nobody asked for", judged.others());
                List<Goods> both = new ArrayList<>(judged.others());
                both.addAll(ours);
                run("with both", both);
            }
        }
        Scores alone = run("alone", List.of());
        if (!plainOnly) {
            likings(alone);
        }
        System.out.println(alone.line());
    }

    private Scores run(String what, List<Goods> mixedIn) throws IOException {
        List<Goods> all = new ArrayList<>(judged.goods());
        all.addAll(mixedIn);
        index.fill(all);
        Scores scores = new Scores();
        Scores farm = new Scores();
        for (Map.Entry<String, String> query : judged.queries().entrySet()) {
            List<UUID> found = search.first(query.getValue());
            Map<UUID, Integer> grades = judged.grades().getOrDefault(query.getKey(), Map.of());
            scores.add(found, grades);
            if (judged.farm().contains(query.getKey())) {
                farm.add(found, grades);
            }
            note(query.getValue(), found, grades);
        }
        System.out.println(scores.row(what, all.size()));
        if (!judged.farm().isEmpty()) {
            System.out.println(farm.row("  of these, food and farming", all.size()));
        }
        return scores;
    }

    /**
     * What personal ranking costs where everybody agrees what answers: for somebody who likes a third of all goods,
     * some more and some less, drawn by chance. The index holds what the run before has put in.
     */
    private void likings(Scores without) throws IOException {
        Scores scores = new Scores();
        for (int person = 0; person < PEOPLE; person++) {
            long number = person;
            Leaning leaning = ids -> ids.stream()
                    .filter(id -> Math.floorMod(mixed(id, number), LIKES_ONE_IN) == 0)
                    .collect(Collectors.toMap(
                            id -> id, id -> (1 + Math.floorMod(mixed(id, number) / LIKES_ONE_IN, 10)) / 10.0));
            for (Map.Entry<String, String> query : judged.queries().entrySet()) {
                scores.add(
                        search.first(query.getValue(), leaning),
                        judged.grades().getOrDefault(query.getKey(), Map.of()));
            }
        }
        System.out.println(
                scores.row("alone, for people with likings", judged.goods().size()));
        System.out.printf(
                Locale.ROOT,
                "likings change nDCG@10 by %+.4f (mark: no less than -0.01)%n",
                scores.gain() - without.gain());
    }

    private static long mixed(UUID id, long person) {
        return new SplittableRandom(id.hashCode() * 31L + person).nextLong() >>> 1;
    }

    /** For whoever wants to know which queries miss: a file named on the command line. */
    private static void note(String query, List<UUID> found, Map<UUID, Integer> grades) throws IOException {
        String file = System.getProperty("relevance.missed", "");
        boolean hit = found.stream().anyMatch(id -> grades.getOrDefault(id, 0) > 0);
        if (!file.isEmpty() && !hit) {
            Files.writeString(Path.of(file), query + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static List<Goods> ours(Regions regions) {
        List<Region> poor = regions.provinces().stream()
                .flatMap(province -> regions.counties(province.code()).stream())
                .filter(Region::poor)
                .toList();
        List<Goods> ours = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        for (var planned : GrownMarket.plan(Facts.load(), poor, OUR_GOODS)) {
            if (titles.add(planned.title())) {
                ours.add(new Goods(new UUID(3, ours.size()), planned.title(), planned.story(), "", 0));
            }
        }
        return ours;
    }
}
