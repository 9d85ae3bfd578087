package terrace.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What shoppers ask for: which pages there are, and how often each is wanted. */
final class Shelf {
    private static final int PAGES_DEEP = 3;
    private static final List<String> ORDERS = List.of("new", "cheap", "dear", "jin");
    private static final List<String> PROVINCES = List.of("51", "52", "53", "61", "62");
    private static final Pattern NEXT =
            Pattern.compile("rel=\"next\"[^>]*href=\"([^\"]+)\"|href=\"([^\"]+)\"[^>]*rel=\"next\"");

    /** Ours, for where the file of real queries is not at hand. */
    private static final List<String> OWN_QUERIES = List.of(
            "红米", "大米", "小米", "苹果", "蜂蜜", "核桃", "木耳", "香菇", "茶叶", "红枣", "土豆", "腊肉", "鸡蛋", "辣椒", "菜籽油", "粉条", "枸杞", "花椒",
            "橙子", "牦牛肉", "hongmi", "茶", "云南 茶", "五常大米", "羊肚菌", "红薯");

    private final Zipf<String> listings;
    private final Zipf<List<String>> categories;
    private final Zipf<String> queries;
    private final String queriesFrom;
    private final AtomicLong unlike = new AtomicLong(System.nanoTime());

    private Shelf(Zipf<String> listings, Zipf<List<String>> categories, Zipf<String> queries, String queriesFrom) {
        this.listings = listings;
        this.categories = categories;
        this.queries = queries;
        this.queriesFrom = queriesFrom;
    }

    static Shelf of(Database database, Shopper walker, Path queryFile) throws IOException {
        List<List<String>> categories = new ArrayList<>();
        for (String slug : database.categories()) {
            categories.add(pagesOf("/categories/" + slug, walker));
        }
        boolean there = Files.isReadable(queryFile);
        List<String> queries = there ? queries(queryFile) : OWN_QUERIES;
        String from = there
                ? "%,d queries of %s".formatted(queries.size(), queryFile.getFileName())
                : "%d queries of our own: there is no file %s".formatted(queries.size(), queryFile);
        return new Shelf(new Zipf<>(database.listings()), new Zipf<>(categories), new Zipf<>(queries), from);
    }

    /** Page one first, then the next ones, then page one in other orders. */
    private static List<String> pagesOf(String path, Shopper walker) throws IOException {
        List<String> pages = new ArrayList<>(List.of(path));
        while (pages.size() < PAGES_DEEP) {
            Matcher next = NEXT.matcher(walker.see(pages.getLast()).text());
            if (!next.find()) {
                break;
            }
            pages.add((next.group(1) == null ? next.group(2) : next.group(1)).replace("&amp;", "&"));
        }
        ORDERS.forEach(order -> pages.add(path + "?sort=" + order));
        return pages;
    }

    private static List<String> queries(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
                    .filter(query -> !query.isEmpty())
                    .toList();
        }
    }

    String queriesFrom() {
        return queriesFrom;
    }

    /** Half the readers stay on page one as it is; the others turn pages and change the order. */
    String category(RandomGenerator chance) {
        List<String> pages = categories.draw(chance);
        return chance.nextBoolean() ? pages.getFirst() : pages.get(chance.nextInt(pages.size()));
    }

    String listing(RandomGenerator chance) {
        return "/listings/" + listings.draw(chance);
    }

    /** What the list under the search box asks for while somebody types a query: its beginnings. */
    String suggestions(RandomGenerator chance) {
        String query = queries.draw(chance);
        String begun = query.substring(
                0, query.offsetByCodePoints(0, 1 + chance.nextInt(query.codePointCount(0, query.length()))));
        return "/search/suggestions?q=" + URLEncoder.encode(begun, StandardCharsets.UTF_8);
    }

    /** Every third one narrowed by a province or to what is in stock. */
    String search(RandomGenerator chance) {
        String path = "/search?q=" + URLEncoder.encode(queries.draw(chance), StandardCharsets.UTF_8);
        return switch (chance.nextInt(6)) {
            case 0 -> path + "&province=" + PROVINCES.get(chance.nextInt(PROVINCES.size()));
            case 1 -> path + "&stock=yes";
            default -> path;
        };
    }

    /** The same pages under addresses never asked for before, so that none comes from the page cache. */
    Function<RandomGenerator, String> uncached(Function<RandomGenerator, String> paths) {
        return chance -> {
            String path = paths.apply(chance);
            return path + (path.indexOf('?') < 0 ? "?" : "&") + "unlike=" + unlike.incrementAndGet();
        };
    }
}
