package terrace.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Draws from a list so that what stands at place k comes up in proportion to 1/k (Zipf's law with exponent 1), after
 * the list was shuffled, the same way in every run.
 */
final class Zipf<T> {
    private static final long SEED = 20_261_120L;

    private final List<T> items;
    private final double[] sums;

    Zipf(List<T> items) {
        this.items = new ArrayList<>(items);
        Collections.shuffle(this.items, new Random(SEED));
        sums = new double[items.size()];
        double sum = 0;
        for (int place = 0; place < sums.length; place++) {
            sum += 1.0 / (place + 1);
            sums[place] = sum;
        }
    }

    T draw(RandomGenerator chance) {
        int found = Arrays.binarySearch(sums, chance.nextDouble() * sums[sums.length - 1]);
        return items.get(Math.min(found < 0 ? -found - 1 : found, items.size() - 1));
    }
}
