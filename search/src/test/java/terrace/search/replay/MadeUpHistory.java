package terrace.search.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import terrace.search.replay.Happening.Act;
import terrace.search.replay.MadeUpMarket.Person;

/** Twelve weeks of looking and buying in a made-up market, told in the order of time. */
final class MadeUpHistory {
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final double BY_POPULARITY = 0.25;
    private static final double BUYS = 0.22;
    private static final double BUYS_STRANGE = 0.06;
    private static final double WITH_SOMETHING = 0.35;
    private static final double DWELLS = 0.5;

    private final MadeUpMarket market;
    private final Random chance;
    private final List<Integer> everything;
    private final List<Happening> told = new ArrayList<>();
    private int sessions;

    private MadeUpHistory(MadeUpMarket market) {
        this.market = market;
        chance = market.chance;
        everything = IntStream.range(0, market.goods.size()).boxed().toList();
    }

    static List<Happening> of(MadeUpMarket market) {
        MadeUpHistory history = new MadeUpHistory(market);
        for (int day = 0; day < MadeUpMarket.DAYS; day++) {
            for (Person person : market.people) {
                history.live(person, day);
            }
        }
        history.told.sort(Comparator.comparingLong(Happening::minute));
        return history.told;
    }

    private void live(Person person, int day) {
        List<Integer> staples = due(person, day);
        if (staples.isEmpty() && chance.nextDouble() > person.visits()) {
            return;
        }
        Visit visit =
                new Visit(sessions++, person, (long) day * MINUTES_OF_A_DAY + chance.nextInt(MINUTES_OF_A_DAY - 60));
        List<Integer> basket = new ArrayList<>(staples);
        int looks = 1 + chance.nextInt(4);
        for (int look = 0; look < looks; look++) {
            int seen = look(person, day);
            if (seen >= 0) {
                tell(visit, Act.VIEW, seen);
                if (chance.nextDouble() < DWELLS) {
                    tell(visit, Act.DWELL, seen);
                }
                boolean liked = person.tastes().get(market.goods.get(seen).kind()) > 0.1;
                if (chance.nextDouble() < (liked ? BUYS : BUYS_STRANGE) && !basket.contains(seen)) {
                    basket.add(seen);
                }
            }
        }
        complete(person, day, basket);
        basket.forEach(each -> tell(visit, Act.ADD, each));
        basket.forEach(each -> tell(visit, Act.BUY, each));
    }

    private List<Integer> due(Person person, int day) {
        List<Integer> due = new ArrayList<>();
        for (MadeUpMarket.Staple staple : person.staples()) {
            if (day >= staple.due) {
                int pause = Math.max(3, market.goods.get(staple.goods).usedUpDays());
                staple.due = day + pause / 2 + chance.nextInt(1 + pause);
                if (!due.contains(staple.goods)) {
                    due.add(staple.goods);
                }
            }
        }
        return due;
    }

    private int look(Person person, int day) {
        return chance.nextDouble() < BY_POPULARITY
                ? market.drawGoods(everything, person.province(), day)
                : market.drawGoods(market.ofKind(market.draw(person.tastes())), person.province(), day);
    }

    /** Now and then something of the kind that goes with the first goods is bought with them. */
    private void complete(Person person, int day, List<Integer> basket) {
        if (!basket.isEmpty() && chance.nextDouble() < WITH_SOMETHING) {
            int kind = market.goods.get(basket.getFirst()).goesWith();
            int found = market.drawGoods(market.ofKind(kind), person.province(), day);
            if (found >= 0 && !basket.contains(found)) {
                basket.add(found);
            }
        }
    }

    private void tell(Visit visit, Act act, int goods) {
        visit.minute++;
        told.add(new Happening(visit.minute, visit.session, visit.person.number(), act, goods));
    }

    /** One person at one time. */
    private static final class Visit {
        private final int session;
        private final Person person;
        private long minute;

        Visit(int session, Person person, long minute) {
            this.session = session;
            this.person = person;
            this.minute = minute;
        }
    }
}
