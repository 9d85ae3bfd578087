package terrace.marketplace.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper somebody handed in.
 *
 * @param number as printed on it; empty where it has none
 * @param expiresOn the last day it is good; null for one without end
 */
public record Paper(
        UUID id,
        UUID ownerId,
        PaperKind kind,
        String number,
        @Nullable LocalDate expiresOn,
        String mediaType,
        int bytes,
        Instant addedAt) {

    public boolean picture() {
        return mediaType.startsWith("image/");
    }

    public boolean expired(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    /** Numbers of papers are personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Paper[" + id + " " + kind + "]";
    }
}
