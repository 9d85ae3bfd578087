package terrace.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort values of its last hit, packed so that nobody is tempted to read them. */
final class Cursor {
    private static final int LENGTH_MAX = 400;
    private static final String SEPARATOR = "~";
    private static final String OFFSET = "#";

    private Cursor() {}

    static String pack(Sort sort, List<FieldValue> values) {
        StringBuilder plain = new StringBuilder(sort.name());
        values.forEach(value -> plain.append(SEPARATOR).append(value._toJsonString()));
        return pack(plain.toString());
    }

    /** Among the best, which are ordered anew each time, a page begins at a number. */
    static String packOffset(Sort sort, int offset) {
        return pack(sort.name() + SEPARATOR + OFFSET + offset);
    }

    /** The values, or none when the cursor is absent, broken or of another order: then the first page is meant. */
    static List<FieldValue> unpack(@Nullable String cursor, Sort sort, SortKeys keys) {
        try {
            List<String> parts = parts(cursor, sort);
            return parts.isEmpty() || parts.getFirst().startsWith(OFFSET) ? List.of() : keys.values(parts);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The number, 0 when there is none in it. */
    static int unpackOffset(@Nullable String cursor, Sort sort) {
        try {
            List<String> parts = parts(cursor, sort);
            return parts.size() == 1 && parts.getFirst().startsWith(OFFSET)
                    ? Integer.parseInt(parts.getFirst().substring(OFFSET.length()))
                    : 0;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static String pack(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when it is no cursor */
    private static List<String> parts(@Nullable String cursor, Sort sort) {
        if (cursor == null || cursor.length() > LENGTH_MAX) {
            return List.of();
        }
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        List<String> parts = List.of(plain.split(SEPARATOR, -1));
        return parts.getFirst().equals(sort.name()) ? parts.subList(1, parts.size()) : List.of();
    }
}
