package terrace.web.questions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as they stand in addresses and forms; null for what is none. */
final class Ids {
    private Ids() {}

    static @Nullable UUID read(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
