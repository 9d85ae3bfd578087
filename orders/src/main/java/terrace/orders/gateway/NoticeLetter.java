package terrace.orders.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A letter as it came in: bytes nobody has read yet, and headers by their names in small letters. */
public final class NoticeLetter {

    private final byte[] body;
    private final Map<String, List<String>> headers;

    public NoticeLetter(byte[] body, Map<String, List<String>> headers) {
        Map<String, List<String>> small = new TreeMap<>();
        headers.forEach((name, values) -> small.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        this.body = body.clone();
        this.headers = Map.copyOf(small);
    }

    /** The bytes. */
    public byte[] body() {
        return body.clone();
    }

    /** How many bytes there are. */
    public int size() {
        return body.length;
    }

    /** The headers, each with all its values. */
    public Map<String, List<String>> headers() {
        return headers;
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
