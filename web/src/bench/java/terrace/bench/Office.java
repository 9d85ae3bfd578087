package terrace.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rooms behind the shop at full size: an operator's queues, a merchant's goods, saving one, and a whole sheet. */
final class Office {
    private static final int CONNECTIONS = 4;
    private static final int FIRST_NUMBER = 400;
    private static final int APPLICATIONS = 10_000;
    private static final int GOODS = 20_000;
    private static final int SHEET_ROWS = 5_000;
    private static final int PAGES_DEEP = 20;
    private static final int SAVED_EACH = 8;
    private static final int SHEET_SECONDS_MAX = 300;
    private static final int SEE_OTHER = 303;
    private static final List<Queue> QUEUES = List.of(
            new Queue("applications, 10,000 waiting", true, "/operator/applications"),
            new Queue("goods of others, 20,000 waiting", true, "/operator/listings"),
            new Queue("own goods, 20,000, all", false, "/merchant/listings"),
            new Queue("own goods, in review", false, "/merchant/listings?state=IN_REVIEW"),
            new Queue("own goods, on sale", false, "/merchant/listings?state=ON_SALE"));
    private static final String SAVING = "own goods, saving one";
    private static final String SHEET = "sheet";
    private static final String MARK = "p99 ≤ 100 ms";
    private static final String MERCHANT = "merchant@demo.terrace";
    private static final String MERCHANT_CODE = "honghe-coop";
    private static final String OTHER_MERCHANT = "merchant2@demo.terrace";
    private static final String HEADINGS = "商品编号,商品名称,分类,产地县,规格,价格（元）,净重（克）,库存,保质期（天）,储存,易腐,增值税\r\n";
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*[?&](?:amp;)?after=[^\"]*)\"");

    private final Database database;
    private final List<Shopper> operators = new ArrayList<>();
    private final List<Shopper> merchants = new ArrayList<>();
    private final Shopper otherMerchant;

    /** A list whose first pages are read. */
    private record Queue(String what, boolean ofOperators, String path) {}

    /** Whether any of its lines has this word: it takes minutes to make them ready. */
    static boolean has(String only) {
        return Stream.concat(QUEUES.stream().map(Queue::what), Stream.of(SAVING, SHEET))
                .anyMatch(line -> line.contains(only));
    }

    /** Makes the queue and the goods where they are not there yet: that takes minutes, once for a folder of data. */
    Office(Database database, int port, String password) throws IOException, InterruptedException {
        this.database = database;
        for (int number = 0; number < CONNECTIONS; number++) {
            operators.add(signedIn(port, FIRST_NUMBER + number, "operator@demo.terrace", password));
            merchants.add(signedIn(port, FIRST_NUMBER + CONNECTIONS + number, MERCHANT, password));
        }
        otherMerchant = signedIn(port, FIRST_NUMBER + 2 * CONNECTIONS, OTHER_MERCHANT, password);
        database.fillQueue(APPLICATIONS);
        for (int has = database.goodsOf(MERCHANT_CODE); has < GOODS; has += SHEET_ROWS) {
            System.out.println("Bench: a sheet of goods for the merchant, who has " + has);
            importAll(merchants.getFirst(), handIn(merchants.getFirst(), "F" + has));
        }
    }

    private static Shopper signedIn(int port, int number, String name, String password) throws IOException {
        Shopper shopper = new Shopper(port, number);
        shopper.signIn(name, password);
        return shopper;
    }

    List<Figures> measure(Load load, int seconds, String only) throws IOException, InterruptedException {
        List<Figures> figures = new ArrayList<>();
        for (Queue queue : QUEUES) {
            if (queue.what.contains(only)) {
                List<Shopper> people = queue.ofOperators ? operators : merchants;
                List<String> paths = pages(people.getFirst(), queue.path);
                Function<RandomGenerator, String> any = chance -> paths.get(chance.nextInt(paths.size()));
                figures.add(Bench.said(load.pages(queue.what, people, any, MARK)));
            }
        }
        if (SAVING.contains(only)) {
            figures.add(Bench.said(save(seconds)));
        }
        if (SHEET.contains(only)) {
            figures.add(Bench.said(sheet()));
        }
        return figures;
    }

    /** The first pages of a list, by following its link to the next. */
    private static List<String> pages(Shopper reader, String first) throws IOException {
        List<String> paths = new ArrayList<>(List.of(first));
        while (paths.size() < PAGES_DEEP) {
            Matcher next = NEXT.matcher(reader.see(paths.getLast()).text());
            if (!next.find()) {
                break;
            }
            paths.add(next.group(1).replace("&amp;", "&"));
        }
        return paths;
    }

    /** Each of four people saves goods of their own again and again; reading the form is not timed. */
    private Figures save(int seconds) {
        System.out.println("  saving one");
        List<String> listings = database.onSale(MERCHANT_CODE, CONNECTIONS * SAVED_EACH);
        List<Future<Load.Tally>> loops = new ArrayList<>();
        long from = System.nanoTime() + Load.WARM_UP_SECONDS * 1_000_000_000L;
        long until = from + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < CONNECTIONS; number++) {
                int share = listings.size() / CONNECTIONS;
                List<String> own = listings.subList(number * share, (number + 1) * share);
                Shopper merchant = merchants.get(number);
                loops.add(threads.submit(() -> saveUntil(merchant, own, from, until)));
            }
        }
        Load.Tally all = new Load.Tally();
        loops.forEach(loop -> all.add(Load.result(loop)));
        return all.figures("own goods, saving one", seconds, "");
    }

    private static Load.Tally saveUntil(Shopper merchant, List<String> listings, long from, long until)
            throws IOException {
        Load.Tally tally = new Load.Tally();
        for (int turn = 0; System.nanoTime() < until; turn++) {
            String path = "/merchant/listings/" + listings.get(turn % listings.size());
            Map<String, String> form = FilledForm.of(merchant.see(path).text(), path);
            form.put("season", "第 %d 次".formatted(turn));
            form.put("save", "1");
            long begun = System.nanoTime();
            Answer answer = merchant.send(path, form);
            long done = System.nanoTime();
            if (begun >= from && done < until) {
                tally.add(answer.status() == SEE_OTHER, done - begun, answer.bytes());
            }
        }
        return tally;
    }

    /** New goods each time, taken back afterwards: rows a second from handing the sheet in until all is done. */
    private Figures sheet() throws IOException, InterruptedException {
        System.out.println("  a sheet of 5,000 rows");
        long begun = System.nanoTime();
        String id = handIn(otherMerchant, Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
        long checked = System.nanoTime();
        importAll(otherMerchant, id);
        double all = (System.nanoTime() - begun) / 1e9;
        otherMerchant.send("/merchant/sheets/" + id + "/undoing", Map.of());
        await(id, "UNDONE");
        return new Figures(
                "sheet of 5,000 rows: check %.1f s, all %.1f s".formatted((checked - begun) / 1e9, all),
                SHEET_ROWS / all,
                0,
                0,
                SHEET_ROWS,
                0,
                0,
                null,
                "≤ 20 s");
    }

    private static String handIn(Shopper merchant, String codes) throws IOException {
        StringBuilder rows = new StringBuilder("\uFEFF").append(HEADINGS);
        for (int row = 0; row < SHEET_ROWS; row++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "%s-%d,量尺小米 %s 第 %d 号,grain-oil,云南 红河县,5斤,39.90,2500,20,365,常温,否,自产免税\r\n",
                    codes,
                    row,
                    codes,
                    row));
        }
        Answer answer =
                merchant.upload("/merchant/sheets", "file", rows.toString().getBytes(StandardCharsets.UTF_8));
        if (answer.status() != SEE_OTHER) {
            throw new IllegalStateException("the sheet was refused: " + answer.status());
        }
        return answer.location().replaceAll(".*/", "");
    }

    private void importAll(Shopper merchant, String id) throws IOException, InterruptedException {
        merchant.send("/merchant/sheets/" + id + "/start", Map.of("all", "1"));
        await(id, "DONE");
    }

    private void await(String sheet, String state) throws InterruptedException {
        long until = System.nanoTime() + SHEET_SECONDS_MAX * 1_000_000_000L;
        while (!database.stateOfSheet(sheet).equals(state)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the sheet is not " + state + " after " + SHEET_SECONDS_MAX + " s");
            }
            Thread.sleep(50);
        }
    }
}
