package terrace.search.replay;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a shop without recommendations would show: what sold most so far. */
final class Yardstick {
    private final Map<Integer, Integer> sold = new HashMap<>();
    private List<Integer> ranked = List.of();

    void sold(int goods) {
        sold.merge(goods, 1, Integer::sum);
    }

    void rank() {
        ranked = sold.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Integer> ranked() {
        return ranked;
    }

    /** One over the place of the first that was bought; 0 when none of them is among the first so many. */
    static <T> double reciprocalRank(List<T> ranked, Collection<T> bought, int depth) {
        for (int place = 0; place < Math.min(depth, ranked.size()); place++) {
            if (bought.contains(ranked.get(place))) {
                return 1.0 / (place + 1);
            }
        }
        return 0;
    }
}
