package terrace.marketplace.recommenders;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * A word of a partner organisation about somebody's application.
 *
 * @param sentence in its own words
 * @param identity a blind index of whom it was said of
 * @param accountId who said it
 */
@MappedEntity(value = "recommendation", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once, compared by isOf alone
public record Recommendation(
        @Id long id,
        UUID applicationId,
        UUID partnerId,
        Said said,
        String sentence,
        byte[] identity,
        UUID accountId,
        Instant at) {

    /** Whether the partner knows of its recommendation. */
    public enum Said {
        CONFIRMED,
        DENIED
    }

    /** Of another name or licence number the partner has said nothing. */
    public boolean isOf(byte[] other) {
        return Arrays.equals(identity, other);
    }
}
