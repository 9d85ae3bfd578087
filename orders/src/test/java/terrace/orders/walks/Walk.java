package terrace.orders.walks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps in an order; each picks among what is there by its numbers, so that any step may be left out. */
record Walk(long seed, List<Step> steps) {

    record Step(Act act, int pick, int size) {}

    /** As sales go mostly, some further than others, so that short walks come to their ends too. */
    private static final List<List<Act>> BEGINNINGS = List.of(
            List.of(Act.BUY, Act.BEGIN, Act.PAY),
            List.of(Act.BUY_WITH_EXTRAS, Act.BEGIN, Act.PAY, Act.RESOLVE, Act.SHIP),
            List.of(Act.BUY, Act.BEGIN, Act.PAY, Act.RESOLVE, Act.SHIP, Act.ACCEPT),
            List.of(Act.BUY_WITH_EXTRAS, Act.BEGIN, Act.PAY, Act.RESOLVE, Act.SHIP, Act.CLAIM));

    /** At the beginning there is one of everything to pick. */
    private static Step step(Act act, SplittableRandom random) {
        boolean buys = act == Act.BUY || act == Act.BUY_WITH_EXTRAS;
        return buys ? new Step(act, random.nextInt(1 << 20), random.nextInt(1 << 20)) : new Step(act, 0, 0);
    }

    static Walk of(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        BEGINNINGS.get(Math.floorMod(seed, BEGINNINGS.size())).forEach(act -> steps.add(step(act, random)));
        while (steps.size() < length) {
            steps.add(new Step(Act.drawn(random), random.nextInt(1 << 20), random.nextInt(1 << 20)));
        }
        return new Walk(seed, steps);
    }

    Walk without(int step) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new Walk(seed, fewer);
    }
}
