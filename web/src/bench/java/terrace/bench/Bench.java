package terrace.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** {@code mvn -Pbench}: starts a market of full size, measures it, prints one table. */
public final class Bench {
    private static final int CONNECTIONS = 16;
    /** Few buy as fast as they are served one by one; many stand in line, and are served together. */
    private static final List<Integer> BUYERS = List.of(8, 64);

    private static final int INSERTING_CONNECTIONS = 8;
    private static final int QUIET_SECONDS_MAX = 3_600;
    private static final String RUSH = "coupon rush";
    private static final String CHECKOUT = "checkout";
    private static final String STATIC_FILE = "/static/favicon.svg";
    /** What every page of a running campaign asks for each ten seconds. */
    private static final String CAMPAIGN = "/campaigns/hani/progress";

    private static final String PASSWORD = "hani-red-rice";

    private final int listings = Integer.parseInt(property("bench.listings", "90000"));
    private final int seconds = Integer.parseInt(property("bench.seconds", "10"));
    /** Old orders in the tables. */
    private final long orders = Long.parseLong(property("bench.orders", "0"));

    private final Path queries = Path.of(System.getProperty("terrace.root", "."))
            .resolve(property("bench.queries", "../shared/data/queries/agri.tsv"))
            .normalize();
    /** A word of the lines wanted; nothing for all. */
    private final String only = property("bench.only", "");

    private final double loadAtStart = Machine.load();

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Report report = new Bench().measure();
        report.print();
        report.write(Path.of(System.getProperty("terrace.root", "."), "web/target/bench.json"));
    }

    private Report measure() throws IOException, InterruptedException, SQLException {
        Map<String, Double> starts = new LinkedHashMap<>();
        long pace = Pace.mibPerSecond();
        System.out.printf(Locale.ROOT, "Bench: the processors hash %,d MiB/s%n", pace);
        System.out.println("Bench: starting the market; where it is not there yet it is made, which takes minutes");
        try (Market first = Market.start(listings, orders)) {
            waitUntilQuiet(new Database(first.data()));
            if (orders > 0) {
                new OldOrders(new Database(first.data())).fill(orders);
            }
            System.out.printf("Bench: first start %.1f s; once more%n", first.readySeconds());
        }
        try (Market market = Market.start(listings, orders)) {
            starts.put("start, warm, until the home page", market.readySeconds());
            Database database = new Database(market.data());
            waitUntilQuiet(database);
            return measure(market, database, starts, pace);
        }
    }

    private Report measure(Market market, Database database, Map<String, Double> starts, long pace)
            throws IOException, InterruptedException, SQLException {
        Load load = new Load(new Metrics(new Shopper(market.port(), 200)), seconds);
        List<Shopper> shoppers = shoppers(market.port());
        System.out.println("Bench: walking through the categories");
        Shelf shelf = Shelf.of(database, shoppers.getLast(), queries);
        System.out.println("Bench: measuring");
        List<Figures> figures = new ArrayList<>();
        pages(shelf).forEach((what, page) -> {
            if (what.contains(only)) {
                figures.add(said(load.pages(what, shoppers, page.paths(), page.mark())));
            }
        });
        if (Office.has(only)) {
            figures.addAll(new Office(database, market.port(), PASSWORD).measure(load, seconds, only));
        }
        if (RUSH.contains(only)) {
            figures.add(said(new Rush(database, market.port()).claim()));
        }
        Figures bare = said(database.insertAndCommit(INSERTING_CONNECTIONS, seconds));
        figures.add(bare);
        double checkoutOfBare = 0;
        if (CHECKOUT.contains(only)) {
            for (int buyers : BUYERS) {
                Figures checkout = said(Till.of(market, buyers).place(seconds, "≥ 400/s"));
                figures.add(checkout);
                checkoutOfBare = Math.max(checkoutOfBare, checkout.perSecond() / bare.perSecond());
            }
        }
        return new Report(
                Machine.here(loadAtStart, database.version()),
                listings,
                seconds,
                starts,
                figures,
                checkoutOfBare,
                Memory.of(market, database),
                notes(shelf, pace, Pace.mibPerSecond()));
    }

    /** Said at once, so that a line that fails later does not take those before it along. */
    static Figures said(Figures figures) {
        System.out.printf(
                "  %s: %.0f/s, p50 %.1f ms, p99 %.1f ms%n",
                figures.what(), figures.perSecond(), figures.p50Millis(), figures.p99Millis());
        return figures;
    }

    private static Map<String, PageKind> pages(Shelf shelf) {
        Map<String, PageKind> pages = new LinkedHashMap<>();
        pages.put("beside: a small static file", new PageKind(chance -> STATIC_FILE, ""));
        pages.put("home", new PageKind(chance -> "/", ""));
        pages.put("category", new PageKind(shelf::category, "≥ 800/s"));
        pages.put("category, page cache passed by", new PageKind(shelf.uncached(shelf::category), ""));
        pages.put("listing", new PageKind(shelf::listing, "≥ 1,500/s"));
        pages.put("listing, page cache passed by", new PageKind(shelf.uncached(shelf::listing), ""));
        pages.put("search, mixed", new PageKind(shelf::search, "≥ 400/s, p99 ≤ 100 ms"));
        pages.put("campaign progress", new PageKind(chance -> CAMPAIGN, "≥ 1,000/s, p99 ≤ 50 ms"));
        pages.put("suggest", new PageKind(shelf::suggestions, "p99 ≤ 30 ms"));
        pages.put("search, page cache passed by", new PageKind(shelf.uncached(shelf::search), "≥ 150/s"));
        return pages;
    }

    /** Pages of one kind, drawn by chance, and the mark they are to reach. */
    private record PageKind(Function<RandomGenerator, String> paths, String mark) {}

    private List<String> notes(Shelf shelf, long paceBefore, long paceAfter) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "The processors together hashed %,d MiB/s (SHA-256) before the market was started, %,d"
                                + " beside it at the end.",
                        paceBefore,
                        paceAfter),
                "Pages: %d kept connections, half of them signed in members; compressed; the client shares the cores."
                        .formatted(CONNECTIONS),
                "Listings are drawn by Zipf's law over all of them, categories over all with goods (pages 1 to 3, five"
                        + " orders), searches over " + shelf.queriesFrom() + "; a third of them filtered.",
                "Passed by: a parameter nobody reads makes every address new. Elasticsearch's and PostgreSQL's own"
                        + " caches stay on.",
                "Cached: pages that came from the app's page cache, by its own count.",
                "Checkout: two lines of two merchants each; filling the basket is not timed; %,d old orders"
                        .formatted(orders),
                "Applications, goods: 4 people, 20 pages of each list by its key; applications are copied by SQL.",
                "Sheet: new goods, from handing it in until the last is taken; taken back afterwards.",
                "Memory: the proportional share after the load.");
    }

    /** Half of them signed in, through the form, before anything is measured. */
    private static List<Shopper> shoppers(int port) throws IOException {
        List<Shopper> shoppers = new ArrayList<>(members(port, CONNECTIONS / 2));
        for (int number = shoppers.size(); number < CONNECTIONS; number++) {
            Shopper stranger = new Shopper(port, number);
            stranger.arrive();
            shoppers.add(stranger);
        }
        return shoppers;
    }

    private static List<Shopper> members(int port, int count) throws IOException {
        List<Shopper> members = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Shopper member = new Shopper(port, number);
            member.signIn("member%02d@demo.terrace".formatted(number + 1), PASSWORD);
            members.add(member);
        }
        return members;
    }

    /** Until the index knows all goods, and nothing is left to do beside answering. */
    private static void waitUntilQuiet(Database database) throws InterruptedException {
        for (int second = 0; second < QUIET_SECONDS_MAX && database.waiting() > 0; second++) {
            Thread.sleep(1_000);
        }
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
