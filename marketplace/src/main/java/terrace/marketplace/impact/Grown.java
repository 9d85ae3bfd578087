package terrace.marketplace.impact;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as it was reckoned last, with what it was made of: facts are only added, so that later ones go on top.
 *
 * @param last the number of the newest fact in it, whatever that is of
 */
record Grown(long last, List<Heap> heaps, Ledger ledger) {

    /** Two lots of heaps as one. */
    static List<Heap> together(List<Heap> before, List<Heap> more) {
        Map<Key, Heap> sums = new LinkedHashMap<>();
        for (List<Heap> heaps : List.of(before, more)) {
            heaps.forEach(heap -> sums.merge(Key.of(heap), heap, Grown::sum));
        }
        return new ArrayList<>(sums.values());
    }

    private static Heap sum(Heap one, Heap other) {
        return new Heap(
                one.month(),
                one.countyCode(),
                one.allocation(),
                one.basis(),
                one.grams() + other.grams(),
                one.fen() + other.fen(),
                one.facts() + other.facts());
    }

    private record Key(
            YearMonth month,
            String countyCode,
            @Nullable Long allocation,
            @Nullable Basis basis) {
        static Key of(Heap heap) {
            return new Key(heap.month(), heap.countyCode(), heap.allocation(), heap.basis());
        }
    }
}
