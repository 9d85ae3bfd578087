package terrace.search.words;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Other names of a good: 土豆 is 马铃薯. Those of the program, and those the people who run the market add. */
@Singleton
public class Synonyms {
    private static final Map<String, List<String>> OWN = read();

    private volatile Function<String, List<String>> more = word -> List.of();

    /** The word's other names, without itself. */
    public List<String> of(String word) {
        List<String> own = OWN.getOrDefault(word, List.of());
        List<String> added = more.apply(word);
        return added.isEmpty()
                ? own
                : Stream.concat(own.stream(), added.stream()).distinct().toList();
    }

    /** Adds names that may change at any time; asked at each search, so it answers from memory. */
    public void alsoFrom(Function<String, List<String>> source) {
        more = source;
    }

    /** Every name that stands in the program's list: the dictionary must not cut them. */
    static Iterable<String> names() {
        return OWN.keySet();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> groups = new HashMap<>();
        for (List<String> names : WordFile.lines("synonyms.txt")) {
            for (String name : names) {
                List<String> others = groups.computeIfAbsent(name, absent -> new ArrayList<>());
                names.stream().filter(other -> !other.equals(name)).forEach(others::add);
            }
        }
        return groups;
    }
}
