package terrace.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Members who buy. Each purchase has two lines of two merchants. Rounds: everybody fills a basket (not timed), then all
 * at once send the forms of what is in it one after the other; the time that counts is that in which forms were sent.
 */
final class Till {
    private static final int PAIRS_PER_ROUND = 10;
    /** More than the pairs need: some goods are not sent to this member's county. */
    private static final int SKUS_PER_BUYER = 3 * PAIRS_PER_ROUND;

    private static final int SEE_OTHER = 303;

    private final List<Buyer> buyers = new ArrayList<>();

    /** @param skus of as many merchants, well stocked; each buyer gets some of their own */
    private Till(List<Shopper> members, List<String> skus) throws IOException {
        System.out.println("  checkout: learning what each pair of goods costs");
        int share = skus.size() / members.size();
        for (int number = 0; number < members.size(); number++) {
            List<String> own = skus.subList(number * share, (number + 1) * share);
            buyers.add(new Buyer(members.get(number), own));
        }
    }

    /** Members of its own, with a session and an address each. */
    static Till of(Market market, int buyers) throws IOException {
        Crowding crowding = new Crowding(market.data());
        crowding.people(buyers);
        List<Shopper> members = new ArrayList<>();
        for (int number = 0; number < buyers; number++) {
            Shopper member = new Shopper(market.port(), number);
            member.comeBack("session=" + Database.rushToken(number));
            member.arrive();
            members.add(member);
        }
        return new Till(members, crowding.freeSkus(buyers * SKUS_PER_BUYER));
    }

    /** As many rounds as fill the seconds with sending, after as many as it takes until no more go through. */
    Figures place(int seconds, String mark) {
        int warmedUp = Load.warmUp(() -> {
            Load.Tally all = new Load.Tally();
            long timed = rounds(Load.WARM_UP_SECONDS, all);
            return (int) (all.count() * (Load.WARM_UP_SECONDS * 1e9 / timed));
        });
        System.out.println("  checkout: buying, warm after " + warmedUp + " s");
        Load.Tally all = new Load.Tally();
        long timed = rounds(seconds, all);
        return all.figures("checkout (POST), %d members".formatted(buyers.size()), timed / 1e9, mark);
    }

    private long rounds(int seconds, Load.Tally all) {
        long timed = 0;
        while (timed < seconds * 1_000_000_000L) {
            CyclicBarrier filled = new CyclicBarrier(buyers.size());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Round>> rounds = new ArrayList<>();
                buyers.forEach(buyer -> rounds.add(threads.submit(() -> buyer.round(filled))));
                List<Round> done = rounds.stream().map(Load::result).toList();
                timed += done.stream().mapToLong(Round::until).max().orElseThrow()
                        - done.stream().mapToLong(Round::from).min().orElseThrow();
                done.forEach(round -> all.add(round.tally()));
            }
        }
        return timed;
    }

    private record Round(long from, long until, Load.Tally tally) {}

    /** @param form everything but the number of the purchase */
    private record Pair(String first, String second, Map<String, String> form) {}

    private static final class Buyer {
        private final Shopper shopper;
        private final List<Pair> pairs = new ArrayList<>();

        Buyer(Shopper shopper, List<String> skus) throws IOException {
            this.shopper = shopper;
            TillForm.emptyCart(shopper);
            for (int at = 0; at + 1 < skus.size() && pairs.size() < PAIRS_PER_ROUND; at += 2) {
                learn(skus.get(at), skus.get(at + 1));
            }
            if (pairs.size() < PAIRS_PER_ROUND) {
                throw new IllegalStateException("too few goods go to where this member lives: " + pairs.size());
            }
        }

        /** Takes the sum from the till's page; passes over what is not sent to this member's county. */
        private void learn(String first, String second) throws IOException {
            put(first);
            put(second);
            Map<String, String> form = TillForm.of(shopper);
            Pair pair = new Pair(first, second, form);
            if (form.containsKey("total") && send(pair).status() == SEE_OTHER) {
                pairs.add(pair);
            } else {
                shopper.send("/cart/lines/" + first, Map.of("remove", "1"));
                shopper.send("/cart/lines/" + second, Map.of("remove", "1"));
            }
        }

        private void put(String sku) throws IOException {
            shopper.send("/cart/lines", Map.of("sku", sku, "quantity", "1"));
        }

        private Answer send(Pair pair) throws IOException {
            return shopper.exchange(form(pair), false);
        }

        private String form(Pair pair) {
            Map<String, String> fields = new LinkedHashMap<>(pair.form());
            fields.put("purchase", UUID.randomUUID().toString());
            return shopper.form("/checkout", fields);
        }

        Round round(CyclicBarrier filled) throws IOException, InterruptedException, BrokenBarrierException {
            List<String> forms = new ArrayList<>();
            for (Pair pair : pairs) {
                put(pair.first());
                put(pair.second());
                forms.add(form(pair));
            }
            filled.await();
            Load.Tally tally = new Load.Tally();
            long from = System.nanoTime();
            for (String form : forms) {
                long begun = System.nanoTime();
                Answer answer = shopper.exchange(form, false);
                boolean placed =
                        answer.status() == SEE_OTHER && answer.location().contains("/purchases/");
                tally.add(placed, System.nanoTime() - begun, answer.bytes());
            }
            return new Round(from, System.nanoTime(), tally);
        }
    }
}
