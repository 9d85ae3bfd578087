package terrace.orders.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A letter as it came in.
 *
 * @param body the bytes, unread
 * @param headers by name in small letters, each with all its values
 */
public record NoticeLetter(byte[] body, Map<String, List<String>> headers) {

    public NoticeLetter {
        Map<String, List<String>> small = new TreeMap<>();
        headers.forEach((name, values) -> small.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(small);
    }

    /** A header that is there exactly once. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Whether a header is there at all. */
    public boolean has(String name) {
        return headers.containsKey(name);
    }
}
