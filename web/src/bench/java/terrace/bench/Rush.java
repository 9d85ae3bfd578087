package terrace.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Far more people than coupons, all at ten o'clock: each tries again and again until every wish was sent. */
final class Rush {
    private static final int MEMBERS = 2_000;
    private static final int CLAIMS = 50_000;
    private static final int COUPONS = 1_000;
    private static final int CONNECTIONS = 64;
    private static final int SEE_OTHER = 303;
    private static final int REFUSED = 422;
    private static final String PAGE = "/account/coupons";

    private final Database database;
    private final int port;

    Rush(Database database, int port) {
        this.database = database;
        this.port = port;
    }

    /** Every wish is made ready before the clock runs. */
    Figures claim() throws IOException {
        System.out.println("  coupon rush: making members and wishes ready");
        String batch = UUID.randomUUID().toString();
        database.makeRush(batch, MEMBERS, COUPONS);
        List<byte[]> wishes = new ArrayList<>(CLAIMS);
        for (int number = 0; number < MEMBERS; number++) {
            try (Shopper member = new Shopper(port, number)) {
                member.comeBack("session=" + Database.rushToken(number));
                member.arrive();
                for (int wish = 0; wish < CLAIMS / MEMBERS; wish++) {
                    String form = member.form(
                            PAGE,
                            Map.of("batch", batch, "coupon", UUID.randomUUID().toString()));
                    wishes.add(form.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        Collections.shuffle(wishes, new Random(CLAIMS));
        System.out.println("  coupon rush: " + CLAIMS + " claims on " + COUPONS + " coupons");
        Load.Tally all = new Load.Tally();
        long begun = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger claimed = new AtomicInteger();
        List<Future<Load.Tally>> loops = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                loops.add(threads.submit(() -> loop(wishes, next, claimed)));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        loops.forEach(loop -> all.add(Load.result(loop)));
        String held = database.rushOutcome(batch);
        if (claimed.get() != COUPONS || !held.equals(COUPONS + " " + COUPONS)) {
            throw new IllegalStateException("claimed " + claimed + ", coupons and their holders " + held);
        }
        return all.figures(
                "coupon rush, 50,000 claims on 1,000, 64 connections", seconds, "exactly 1,000, p99 ≤ 500 ms");
    }

    private Load.Tally loop(List<byte[]> wishes, AtomicInteger next, AtomicInteger claimed) throws IOException {
        Load.Tally tally = new Load.Tally();
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (Wire wire = new Wire(new InetSocketAddress(here, port), here)) {
            for (int at = next.getAndIncrement(); at < wishes.size(); at = next.getAndIncrement()) {
                long begun = System.nanoTime();
                Answer answer = wire.exchange(wishes.get(at), false);
                boolean won = answer.status() == SEE_OTHER;
                tally.add(won || answer.status() == REFUSED, System.nanoTime() - begun, answer.bytes());
                claimed.addAndGet(won ? 1 : 0);
            }
        }
        return tally;
    }
}
