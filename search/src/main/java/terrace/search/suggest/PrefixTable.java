package terrace.search.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Suggestions by the beginnings of what may be typed for them; made once, then only read. */
final class PrefixTable {
    static final PrefixTable EMPTY = new PrefixTable(List.of());

    /** So many characters begin so much that it is put in order once. */
    private static final int SHORT = 2;

    private final List<Line> lines;
    private final Map<String, List<Suggestion>> shorts = new ConcurrentHashMap<>();

    PrefixTable(List<Line> lines) {
        this.lines = lines.stream().sorted(Comparator.comparing(Line::key)).toList();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** All of what begins so: what is typed to its end first, then by weight. */
    List<Suggestion> startingWith(String typed) {
        if (typed.length() > SHORT) {
            return find(typed);
        }
        List<Suggestion> known = shorts.get(typed);
        if (known == null) {
            known = find(typed);
            // what begins nothing is not kept, or strangers could fill the memory
            if (!known.isEmpty()) {
                shorts.put(typed, known);
            }
        }
        return known;
    }

    private List<Suggestion> find(String typed) {
        List<Line> found = new ArrayList<>();
        for (int i = firstFrom(typed); i < lines.size() && lines.get(i).key.startsWith(typed); i++) {
            found.add(lines.get(i));
        }
        found.sort(Comparator.comparing((Line line) -> !line.key.equals(typed))
                .thenComparing(Comparator.comparingLong(Line::weight).reversed())
                .thenComparing(Line::key));
        Set<Suggestion> suggestions = new LinkedHashSet<>();
        found.forEach(line -> suggestions.add(line.suggestion));
        return List.copyOf(suggestions);
    }

    private int firstFrom(String typed) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).key.compareTo(typed) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * One way to type a suggestion.
     *
     * @param key in one spelling, pinyin or initials
     * @param weight listings behind it
     */
    record Line(String key, Suggestion suggestion, long weight) {}
}
