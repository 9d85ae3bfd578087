package terrace.search.words;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Other names of a good: 土豆 is 马铃薯. Operators may add more by rules. */
@Singleton
public class Synonyms {
    private static final Map<String, List<String>> OWN = read();

    Synonyms() {}

    /** The word's other names, without itself. */
    public List<String> of(String word) {
        return OWN.getOrDefault(word, List.of());
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
