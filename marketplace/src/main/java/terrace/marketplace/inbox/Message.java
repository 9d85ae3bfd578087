package terrace.marketplace.inbox;

import java.time.Instant;
import java.util.UUID;

/** News as its reader sees them. */
public record Message(UUID id, NewsKind kind, String title, String text, String path, Instant at, boolean read) {

    @Override
    public String toString() {
        return "Message[" + id + " " + kind + "]";
    }
}
