package terrace.search.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.sales.BasketSold;
import terrace.marketplace.ids.Ids;
import terrace.search.recommend.Asking;
import terrace.search.replay.Happening.Act;
import terrace.search.replay.MadeUpMarket.Person;
import terrace.search.signals.Signal;

/**
 * Lives a made-up history again, day by day, through the doors of the market. From a day on, before each purchase, it
 * asks what would have been recommended to this person when their visit began, and looks where in it stands what they
 * bought.
 */
final class Rerun {
    static final int DEPTH = 100;

    private final Stage stage;
    private final MadeUpMarket market;
    private final int trainedDays;
    private final Instant begin;
    private final List<UUID> goods;
    private final List<UUID> people = new ArrayList<>();
    private final Yardstick everywhere = new Yardstick();
    private final Map<Integer, Yardstick> inProvince = new HashMap<>();
    private final List<Long> nanos = new ArrayList<>();
    private double ours;
    private double popular;
    private double local;
    private int asked;
    private final Map<Integer, Set<Integer>> owned = new HashMap<>();
    private double oursNew;
    private double popularNew;
    private int askedNew;

    private Rerun(Stage stage, MadeUpMarket market, int trainedDays) {
        this.stage = stage;
        this.market = market;
        this.trainedDays = trainedDays;
        begin = stage.present().minus(Duration.ofDays(MadeUpMarket.DAYS));
        goods = stage.offer(market);
        market.people.forEach(person -> people.add(Ids.next()));
    }

    /**
     * Mean reciprocal ranks of next purchases, over so many baskets; times of one question in milliseconds.
     *
     * @param askedNew baskets with goods that the person had never bought
     * @param oursNew the rank of those, goods bought before left out
     */
    record Outcome(
            long seed,
            int goods,
            int people,
            int signals,
            int asked,
            double ours,
            double popular,
            double inProvince,
            int askedNew,
            double oursNew,
            double popularNew,
            double meanMillis,
            double p99Millis) {
        double ratio() {
            return ours / Math.max(popular, inProvince);
        }
    }

    static Outcome of(Stage stage, long seed, int goods, int people, int trainedDays) {
        stage.clear();
        MadeUpMarket market = new MadeUpMarket(seed, goods, people);
        List<Happening> history = MadeUpHistory.of(market);
        Rerun rerun = new Rerun(stage, market, trainedDays);
        Map<Integer, List<Happening>> days = new TreeMap<>();
        history.forEach(each ->
                days.computeIfAbsent(each.day(), day -> new ArrayList<>()).add(each));
        try {
            days.forEach(rerun::day);
        } finally {
            stage.goTo(stage.present());
        }
        return rerun.outcome(seed, history.size());
    }

    private void day(int day, List<Happening> happenings) {
        stage.goTo(begin.plus(Duration.ofDays(day)));
        boolean tested = day >= trainedDays;
        if (tested) {
            stage.learn();
            everywhere.rank();
            inProvince.values().forEach(Yardstick::rank);
        }
        Map<Integer, List<Happening>> sessions = new LinkedHashMap<>();
        happenings.forEach(each -> sessions.computeIfAbsent(each.session(), session -> new ArrayList<>())
                .add(each));
        List<Signal> signals = new ArrayList<>();
        sessions.values().forEach(session -> {
            Set<Integer> bought = bought(session);
            if (tested && !bought.isEmpty()) {
                ask(session.getFirst().person(), bought);
            }
            session.stream().filter(each -> each.act() != Act.BUY).forEach(each -> signals.add(signal(each)));
            if (!bought.isEmpty()) {
                sell(session.getLast(), bought);
            }
        });
        stage.keep(signals);
    }

    private static Set<Integer> bought(List<Happening> session) {
        Set<Integer> bought = new LinkedHashSet<>();
        session.stream().filter(each -> each.act() == Act.BUY).forEach(each -> bought.add(each.goods()));
        return bought;
    }

    /** Nothing of this day is known to anybody yet but what was bought on it before. */
    private void ask(int number, Set<Integer> bought) {
        Person person = market.people.get(number);
        long start = System.nanoTime();
        List<UUID> ranked =
                stage.recommendations().ranked(new Asking(people.get(number), province(person), Set.of()), DEPTH);
        nanos.add(System.nanoTime() - start);
        ours += Yardstick.reciprocalRank(ranked, bought.stream().map(goods::get).toList(), DEPTH);
        popular += Yardstick.reciprocalRank(everywhere.ranked(), bought, DEPTH);
        local += Yardstick.reciprocalRank(
                inProvince
                        .computeIfAbsent(person.province(), any -> new Yardstick())
                        .ranked(),
                bought,
                DEPTH);
        asked++;
        askForNew(number, ranked, bought);
    }

    /** What is bought again is easily foretold; this leaves it out on both sides. */
    private void askForNew(int number, List<UUID> ranked, Set<Integer> bought) {
        Set<Integer> before = owned.getOrDefault(number, Set.of());
        Set<UUID> known = before.stream().map(goods::get).collect(Collectors.toSet());
        List<Integer> fresh =
                bought.stream().filter(each -> !before.contains(each)).toList();
        if (!fresh.isEmpty()) {
            oursNew += Yardstick.reciprocalRank(
                    ranked.stream().filter(each -> !known.contains(each)).toList(),
                    fresh.stream().map(goods::get).toList(),
                    DEPTH);
            popularNew += Yardstick.reciprocalRank(
                    everywhere.ranked().stream()
                            .filter(each -> !before.contains(each))
                            .toList(),
                    fresh,
                    DEPTH);
            askedNew++;
        }
    }

    private void sell(Happening last, Set<Integer> bought) {
        Person person = market.people.get(last.person());
        owned.computeIfAbsent(last.person(), any -> new HashSet<>()).addAll(bought);
        bought.forEach(each -> {
            everywhere.sold(each);
            inProvince
                    .computeIfAbsent(person.province(), any -> new Yardstick())
                    .sold(each);
        });
        stage.sell(new BasketSold(
                Ids.next(),
                people.get(person.number()),
                province(person),
                bought.stream().map(goods::get).toList(),
                at(last)));
    }

    private Signal signal(Happening each) {
        Signal.Kind kind =
                switch (each.act()) {
                    case VIEW -> Signal.Kind.VIEW;
                    case DWELL -> Signal.Kind.DWELL;
                    case ADD -> Signal.Kind.ADD;
                    case BUY -> Signal.Kind.BUY;
                };
        return new Signal(
                Ids.next(),
                people.get(each.person()),
                kind,
                goods.get(each.goods()),
                kind == Signal.Kind.DWELL ? 40 : 0,
                at(each));
    }

    private Instant at(Happening each) {
        return begin.plus(Duration.ofMinutes(each.minute()));
    }

    private static String province(Person person) {
        return Integer.toString(81 + person.province());
    }

    private Outcome outcome(long seed, int signals) {
        double[] millis =
                nanos.stream().mapToDouble(each -> each / 1e6).sorted().toArray();
        return new Outcome(
                seed,
                market.goods.size(),
                market.people.size(),
                signals,
                asked,
                ours / asked,
                popular / asked,
                local / asked,
                askedNew,
                oursNew / askedNew,
                popularNew / askedNew,
                Arrays.stream(millis).average().orElse(0),
                millis.length == 0 ? 0 : millis[(int) (millis.length * 0.99)]);
    }
}
