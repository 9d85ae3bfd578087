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

    private Cursor() {}

    static String pack(Sort sort, List<FieldValue> values) {
        StringBuilder plain = new StringBuilder(sort.name());
        values.forEach(value -> plain.append(SEPARATOR).append(value._toJsonString()));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The values, or none when the cursor is absent, broken or of another order: then the first page is meant. */
    static List<FieldValue> unpack(@Nullable String cursor, Sort sort, SortKeys keys) {
        if (cursor == null || cursor.length() > LENGTH_MAX) {
            return List.of();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (!parts.getFirst().equals(sort.name())) {
                return List.of();
            }
            return keys.values(parts.subList(1, parts.size()));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
