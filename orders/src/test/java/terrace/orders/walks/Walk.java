package terrace.orders.walks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps in an order; each picks among what is there by its numbers, so that any step may be left out. */
record Walk(long seed, List<Step> steps) {

    record Step(Act act, int pick, int size) {}

    static Walk of(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Act.BUY, random.nextInt(1 << 20), random.nextInt(1 << 20)));
        steps.add(new Step(Act.BEGIN, 0, 0));
        steps.add(new Step(Act.PAY, 0, 0));
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
