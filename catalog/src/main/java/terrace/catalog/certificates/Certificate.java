package terrace.catalog.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that vouches for goods.
 *
 * @param number as printed on it
 * @param issuer who gave it
 * @param validUntil the last day it is good, null for one without end
 * @param reason why it was returned, empty otherwise
 * @param version grows with every change of what it is to vouch for
 * @param scanPublic whether an operator found nobody's personal data on it
 * @param expiredAt when the goods that name it left the shelf, null before
 * @param uses what it vouches for, or is to
 */
public record Certificate(
        UUID id,
        UUID merchantId,
        Kind kind,
        String number,
        String issuer,
        @Nullable LocalDate validUntil,
        String mediaType,
        State state,
        String reason,
        int version,
        boolean scanPublic,
        Instant addedAt,
        @Nullable Instant expiredAt,
        List<Use> uses) {

    /** What it says of the goods. */
    public enum Kind {
        GREEN_FOOD,
        ORGANIC,
        GEOGRAPHICAL_INDICATION,
        CONFORMITY,
        TEST_REPORT,
        OTHER
    }

    /** How far it has come. */
    public enum State {
        PENDING,
        APPROVED,
        RETURNED
    }

    /** @param approved whether an operator has seen that it vouches for just this */
    public record Use(Subject subject, boolean approved) {}

    public boolean picture() {
        return mediaType.startsWith("image/");
    }

    /** Whether an operator has something to look at. */
    public boolean waits() {
        return state != State.RETURNED && uses.stream().anyMatch(use -> !use.approved());
    }

    public boolean expired(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }

    Certificate with(List<Use> found) {
        return new Certificate(
                id,
                merchantId,
                kind,
                number,
                issuer,
                validUntil,
                mediaType,
                state,
                reason,
                version,
                scanPublic,
                addedAt,
                expiredAt,
                found);
    }
}
