package terrace.bench.indexing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import terrace.bench.Pace;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.search.indexing.IndexTrial;
import terrace.search.indexing.IndexTrial.Thing;
import terrace.search.query.JudgedSearch;
import terrace.web.demo.plan.Facts;
import terrace.web.demo.plan.GrownMarket;
import terrace.web.demo.plan.PlannedListing;

/**
 * {@code mvn -Pindexbench}, after {@code mvn -Pbench} has made its market: how soon a change is seen while 200 come in
 * each second, how long a new generation takes, and what searches cost among a million goods without vectors.
 */
public final class IndexBench {
    private static final int LISTINGS = 90_000;
    private static final int CHANGES_A_SECOND = 200;
    private static final int SEEKERS = 4;
    private static final int WARM_UP_SECONDS = 5;

    /** A shop's tables are in memory and its code compiled; behind a start and a rebuild that takes as long. */
    private static final int CHANGES_WARM_UP_SECONDS = 60;

    private static final List<String> ENDINGS =
            List.of("", " 礼盒装", " 家庭装", " 3斤装", " 10斤装", " 散装", " 精选", " 新货", " 农家自种", " 真空包装", " 山里直发", " 5斤 包邮");

    private final Path root = Path.of(System.getProperty("terrace.root", "."));
    private final int seconds = Integer.getInteger("bench.seconds", 20);
    private final int many = Integer.getInteger("bench.many", 1_000_000);

    private IndexBench() {}

    public static void main(String[] arguments) throws Exception {
        sayPace();
        new IndexBench().measure();
        sayPace();
        System.exit(0);
    }

    private static void sayPace() throws InterruptedException {
        System.out.printf(Locale.ROOT, "the processors hash %,d MiB/s%n", Pace.mibPerSecond());
    }

    private void measure() throws Exception {
        Path market = root.resolve(".data").resolve("market-" + LISTINGS).toAbsolutePath();
        if (!Files.isDirectory(market)) {
            System.err.println("There is no market of " + LISTINGS + " listings yet: run mvn -Pbench first.");
            System.exit(2);
        }
        System.setProperty("terrace.data", market.toString());
        try (ApplicationContext context = start(true)) {
            IndexTrial trial = new IndexTrial(context);
            System.out.println("Waiting for the index and the vectors");
            System.out.printf(Locale.ROOT, "vectors of %,d different titles%n", trial.awaitAll());
            System.out.printf(Locale.ROOT, "rebuild of the listings, vectors known: %.1f s%n", trial.rebuildSeconds());
            try (Disk disk = new Disk(market)) {
                long[] shown = trial.visible(CHANGES_A_SECOND, CHANGES_WARM_UP_SECONDS, seconds);
                print("a change is seen, " + CHANGES_A_SECOND + " coming in each second", shown, "p95 ≤ 1000 ms");
                System.out.println("meanwhile, and in the warm-up, " + disk.said());
            }
        }
        if (many == 0) {
            return;
        }
        try (ApplicationContext context = start(false)) {
            List<Thing> things = things(context.getBean(Regions.class));
            long begun = System.nanoTime();
            ElasticsearchClient client =
                    new IndexTrial(context).fill(things, Math.ceilDiv(many, things.size()), ENDINGS);
            System.out.printf(
                    Locale.ROOT,
                    "%,d goods put in and merged in %.0f s%n",
                    client.count(count -> count.index(IndexTrial.MANY)).count(),
                    (System.nanoTime() - begun) / 1e9);
            seek(new JudgedSearch(client, IndexTrial.MANY, context));
            client.indices().delete(gone -> gone.index(IndexTrial.MANY));
        }
    }

    private static ApplicationContext start(boolean running) {
        return ApplicationContext.builder()
                .banner(false)
                .properties(Map.of(
                        "terrace.search.running",
                        running,
                        "terrace.search.vectors",
                        running,
                        "terrace.search.best-kept",
                        "0s",
                        "terrace.search.best-kept-still",
                        "0s"))
                .start();
    }

    private static List<Thing> things(Regions regions) {
        List<Region> poor = regions.provinces().stream()
                .flatMap(province -> regions.counties(province.code()).stream())
                .filter(Region::poor)
                .toList();
        List<Thing> things = new ArrayList<>();
        for (PlannedListing planned : GrownMarket.plan(Facts.load(), poor, LISTINGS)) {
            PlannedListing.PlannedSku sku = planned.skus().getFirst();
            things.add(new Thing(
                    planned.id(),
                    planned.title(),
                    planned.story(),
                    regions.byCode(planned.county()).map(Region::name).orElse(""),
                    planned.county(),
                    planned.goods().category(),
                    sku.priceFen(),
                    sku.grams()));
        }
        return things;
    }

    /** Queries by Zipf, nothing kept between them but what Elasticsearch keeps. */
    private void seek(JudgedSearch search) throws Exception {
        List<String> queries = queries();
        long from = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        long until = from + seconds * 1_000_000_000L;
        List<Future<List<Long>>> loops = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SEEKERS)) {
            for (int number = 0; number < SEEKERS; number++) {
                SplittableRandom chance = new SplittableRandom(number);
                loops.add(threads.submit(() -> {
                    List<Long> took = new ArrayList<>();
                    for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
                        search.first(queries.get((int) (Math.pow(queries.size(), chance.nextDouble()) - 1)));
                        if (begun >= from) {
                            took.add(System.nanoTime() - begun);
                        }
                    }
                    return took;
                }));
            }
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> loop : loops) {
            all.addAll(loop.get());
        }
        System.out.printf(
                Locale.ROOT,
                "searches among them: %.0f a second, %d seekers (mark: 100)%n",
                (double) all.size() / seconds,
                SEEKERS);
        print("of one search", all.stream().mapToLong(Long::longValue).toArray(), "p99 ≤ 200 ms");
    }

    private List<String> queries() throws IOException {
        Path file = root.resolve(System.getProperty("bench.queries", "../shared/data/queries/agri.tsv"));
        List<String> queries;
        try (Stream<String> lines = Files.lines(file.normalize())) {
            queries = new ArrayList<>(
                    lines.map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
                            .filter(line -> !line.isEmpty())
                            .toList());
        }
        Collections.shuffle(queries, new Random(20_261_120L));
        return queries;
    }

    private static void print(String what, long[] nanos, String mark) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: %d, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms (mark: %s)%n",
                what,
                nanos.length,
                at(nanos, 0.5),
                at(nanos, 0.95),
                at(nanos, 0.99),
                mark);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1.0, sorted.length * share)] / 1e6;
    }
}
