package terrace.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The second half of {@code mvn -Prush}: the same as at the door, over HTTP. Many members, signed in beforehand, send
 * the till's form for one SKU of a flash sale, while others buy other goods.
 */
public final class FlashRush {
    private static final int CONNECTIONS = 64;
    private static final int BESIDE = 3;
    private static final int BESIDE_PIECES = 100_000;
    private static final int BESIDE_AFTER = 20;
    private static final int SECONDS_QUIET = 8;
    private static final int WARM_UP_UNITS = 1_000;
    private static final int WARM_UP_MEMBERS = 4_000;
    private static final int SEE_OTHER = 303;
    private static final int REFUSED = 422;
    private static final double MILLIS = 1e6;
    private static final String PASSWORD = "hani-red-rice";
    private static final Pattern FIELD = Pattern.compile("name=\"(total|address)\" value=\"([^\"]+)\"");

    private static final Pattern NOTICE =
            Pattern.compile("role=\"alert\"[^>]*>(.*?)</(?:div|section|p)>", Pattern.DOTALL);

    private final int units = Integer.getInteger("rush.units", 1_000);
    private final int members = Integer.getInteger("rush.members", 20_000);
    private final Market market;
    private final Database database;
    private final Crowding crowding;
    private final List<Beside> others = new ArrayList<>();

    private FlashRush(Market market) throws IOException {
        this.market = market;
        this.database = new Database(market.data());
        this.crowding = new Crowding(market.data());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("Rush over HTTP: starting the market; where it is not there yet it is made");
        try (Market market = Market.start(0)) {
            new FlashRush(market).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        while (database.waiting() > 0) {
            Thread.sleep(1_000);
        }
        System.out.println("Rush over HTTP: signing " + members + " members in");
        crowding.people(Math.max(members, WARM_UP_MEMBERS));
        List<String> skus = crowding.freeSkus(BESIDE + 2);
        for (int number = 0; number < BESIDE; number++) {
            Shopper shopper = new Shopper(market.port(), 100 + number);
            shopper.signIn("member%02d@demo.terrace".formatted(BESIDE_AFTER + number), PASSWORD);
            crowding.fill(skus.get(2 + number), BESIDE_PIECES);
            others.add(new Beside(shopper, skus.get(2 + number)));
        }
        rush(skus.getFirst(), WARM_UP_UNITS, WARM_UP_MEMBERS);
        List<Long> quiet = quiet();
        Outcome outcome = rush(skus.get(1), units, members);
        print(outcome, quiet);
        if (outcome.oversold() != 0) {
            throw new IllegalStateException("sold " + outcome.oversold() + " more than there were");
        }
    }

    /** How a rush went; times in nanoseconds. */
    private record Outcome(List<Long> won, long refused, long failed, long took, long oversold, List<Long> meanwhile) {}

    private List<Long> quiet() {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> loops = others.stream()
                    .map(each -> threads.submit(() -> each.buy(over)))
                    .toList();
            Thread.sleep(SECONDS_QUIET * 1_000L);
            over.set(true);
            return sorted(loops);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> sorted(List<Future<List<Long>>> loops) {
        List<Long> all = new ArrayList<>();
        loops.forEach(loop -> all.addAll(Load.result(loop)));
        Collections.sort(all);
        return all;
    }

    private Outcome rush(String sku, int pieces, int people) throws IOException {
        crowding.flashSale(sku, pieces, people);
        List<byte[]> wishes = wishes(sku, people);
        Collections.shuffle(wishes, new Random(people));
        System.out.println("Rush over HTTP: " + people + " members at " + pieces + " pieces");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger next = new AtomicInteger();
        List<Long> won = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> beside = others.stream()
                    .map(each -> threads.submit(() -> each.buy(over)))
                    .toList();
            List<Future<Boolean>> loops = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                loops.add(threads.submit(() -> {
                    try (Wire wire = wire()) {
                        for (int at = next.getAndIncrement(); at < wishes.size(); at = next.getAndIncrement()) {
                            Answer answer = wire.exchange(wishes.get(at), false);
                            if (answer.status() == SEE_OTHER
                                    && answer.location().contains("/purchases/")) {
                                won.add(System.nanoTime() - begun);
                            } else {
                                (answer.status() == REFUSED ? refused : failed).incrementAndGet();
                            }
                        }
                    }
                    return true;
                }));
            }
            loops.forEach(Load::result);
            long took = System.nanoTime() - begun;
            over.set(true);
            long oversold = crowding.sold(sku) - pieces;
            return new Outcome(won, refused.get(), failed.get(), took, oversold, sorted(beside));
        }
    }

    private Wire wire() throws IOException {
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new Wire(new InetSocketAddress(here, market.port()), here);
    }

    /** The sum is the same for all: they live in one street. */
    private List<byte[]> wishes(String sku, int people) throws IOException {
        String total = "";
        List<Future<byte[]>> forms = new ArrayList<>();
        try (Shopper first = new Shopper(market.port(), 0)) {
            first.comeBack("session=" + Database.rushToken(0));
            Matcher field = FIELD.matcher(first.see("/checkout").text());
            while (field.find()) {
                total = field.group(1).equals("total") ? field.group(2) : total;
            }
        }
        if (total.isEmpty()) {
            throw new IllegalStateException("the till's page names no sum");
        }
        String sum = total;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int number = 0; number < people; number++) {
                int person = number;
                forms.add(threads.submit(() -> wish(sku, sum, person)));
            }
        }
        List<byte[]> wishes = new ArrayList<>();
        forms.forEach(form -> wishes.add(Load.result(form)));
        return wishes;
    }

    private byte[] wish(String sku, String total, int number) throws IOException {
        try (Shopper member = new Shopper(market.port(), number % 60_000)) {
            member.comeBack("session=" + Database.rushToken(number));
            member.arrive();
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("total", total);
            fields.put("address", Crowding.addressOf(number).toString());
            fields.put("skus", sku);
            fields.put("purchase", UUID.randomUUID().toString());
            return member.form("/checkout", fields).getBytes(StandardCharsets.US_ASCII);
        }
    }

    private void print(Outcome outcome, List<Long> quiet) {
        long last = outcome.won().stream().mapToLong(Long::longValue).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                """
                | one SKU of a flash sale, over HTTP, %d connections | | mark |
                |---|---|---|
                | units, members | %,d, %,d | |
                | won, refused, failed | %,d, %,d, %,d | failed 0 |
                | last unit sold after | %,.0f ms | ≤ 4,000 ms |
                | won orders | %,.0f/s | |
                | oversold | %d | 0 |
                | everybody answered after | %,.0f ms | |
                | other checkouts, p50 and p95, before | %.1f ms, %.1f ms (%,d) | |
                | other checkouts, p50 and p95, meanwhile | %.1f ms, %.1f ms (%,d) | p95 +30 %% |
                """,
                CONNECTIONS,
                units,
                members,
                outcome.won().size(),
                outcome.refused(),
                outcome.failed(),
                last / MILLIS,
                outcome.won().size() / (last / 1e9),
                outcome.oversold(),
                outcome.took() / MILLIS,
                at(quiet, 50),
                at(quiet, 95),
                quiet.size(),
                at(outcome.meanwhile(), 50),
                at(outcome.meanwhile(), 95),
                outcome.meanwhile().size());
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100) / MILLIS;
    }

    /** Somebody who buys the same goods again and again, and always has one in the cart. */
    private static final class Beside {
        private final Shopper shopper;
        private final String sku;
        private final Map<String, String> fields;

        Beside(Shopper shopper, String sku) throws IOException {
            this.shopper = shopper;
            this.sku = sku;
            TillForm.emptyCart(shopper);
            put();
            this.fields = new LinkedHashMap<>(TillForm.of(shopper));
            if (fields.isEmpty()) {
                throw new IllegalStateException("somebody beside the rush cannot buy");
            }
        }

        private void put() throws IOException {
            shopper.send("/cart/lines", Map.of("sku", sku, "quantity", "1"));
        }

        /** Until it is over; how long the till took each time. */
        List<Long> buy(AtomicBoolean over) throws IOException {
            List<Long> took = new ArrayList<>();
            while (!over.get()) {
                fields.put("purchase", UUID.randomUUID().toString());
                long begun = System.nanoTime();
                Answer answer = shopper.sendAndSee("/checkout", fields);
                took.add(System.nanoTime() - begun);
                if (answer.status() != SEE_OTHER || !answer.location().contains("/purchases/")) {
                    throw new IllegalStateException("somebody beside the rush, after " + took.size()
                            + " purchases, got " + answer.status() + " " + said(answer.text()));
                }
                put();
            }
            return took;
        }

        /** What the page says is wrong. */
        private static String said(String page) {
            Matcher notice = NOTICE.matcher(page);
            return notice.find() ? notice.group(1).replaceAll("<[^>]*>", " ").strip() : "without a word";
        }
    }
}
