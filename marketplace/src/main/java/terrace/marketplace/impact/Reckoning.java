package terrace.marketplace.impact;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums facts up, as the page about the method says: a family counts where goods of an allocation it belongs to came to
 * more than nothing in the time asked for, once, by the best word there is for it.
 */
final class Reckoning {
    private final Map<Long, List<String>> members;

    Reckoning(Map<Long, List<String>> members) {
        this.members = members;
    }

    Ledger ledger(LocalDate from, LocalDate to, List<Heap> heaps) {
        List<Ledger.Month> months = heaps.stream().collect(groupingBy(Heap::month)).entrySet().stream()
                .map(month -> new Ledger.Month(month.getKey(), sum(month.getValue())))
                .sorted(Comparator.comparing(Ledger.Month::month))
                .toList();
        List<Ledger.County> counties = heaps.stream().collect(groupingBy(Heap::countyCode)).entrySet().stream()
                .map(county -> new Ledger.County(county.getKey(), sum(county.getValue())))
                .sorted(Comparator.comparing(
                                (Ledger.County county) -> county.sum().fen())
                        .reversed()
                        .thenComparing(Ledger.County::code))
                .toList();
        return new Ledger(from, to, sum(heaps), months, counties);
    }

    Sum sum(Collection<Heap> heaps) {
        long grams = 0;
        long fen = 0;
        long facts = 0;
        Map<String, Long> byCounty = new HashMap<>();
        Map<Long, Long> byAllocation = new HashMap<>();
        Map<Long, Basis> basis = new HashMap<>();
        for (Heap heap : heaps) {
            grams += heap.grams();
            fen += heap.fen();
            facts += heap.facts();
            byCounty.merge(heap.countyCode(), heap.fen(), Long::sum);
            if (heap.allocation() != null && heap.basis() != null) {
                byAllocation.merge(heap.allocation(), heap.fen(), Long::sum);
                basis.put(heap.allocation(), heap.basis());
            }
        }
        int counties = (int) byCounty.values().stream().filter(sum -> sum > 0).count();
        byAllocation.values().removeIf(sum -> sum <= 0);
        basis.keySet().retainAll(byAllocation.keySet());
        return new Sum(grams, fen, facts, counties, helped(basis));
    }

    private Sum.Helped helped(Map<Long, Basis> basis) {
        Set<String> counted = new HashSet<>();
        int audited = more(counted, basis, Basis.AUDITED);
        int endorsed = more(counted, basis, Basis.ENDORSED);
        int declared = more(counted, basis, Basis.DECLARED);
        return new Sum.Helped(declared, endorsed, audited);
    }

    private int more(Set<String> counted, Map<Long, Basis> basis, Basis wanted) {
        int before = counted.size();
        basis.forEach((allocation, known) -> {
            if (known == wanted) {
                counted.addAll(members.getOrDefault(allocation, List.of()));
            }
        });
        return counted.size() - before;
    }
}
