package terrace.marketplace.applications;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a queue: how long it has waited, and which it is. */
record Place(Instant since, UUID id) {

    static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));

    /** The first place for nothing, and for what is none. */
    static Place of(@Nullable String text) {
        int at = text == null ? -1 : text.indexOf('_');
        if (text == null || at < 0) {
            return FIRST;
        }
        try {
            return new Place(Instant.parse(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return FIRST;
        }
    }

    String text() {
        return since + "_" + id;
    }
}
