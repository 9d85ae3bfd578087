package terrace.search.merchandising;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision about searches.
 *
 * @param number in the order they were made
 * @param asked the text it is about, folded; empty for every search
 * @param words that mean the same, of {@link Kind#SYNONYM}
 * @param listingId of {@link Kind#PIN} and {@link Kind#HIDE}
 * @param place from 1, of {@link Kind#PIN}
 * @param trait with {@code value}: which goods, of {@link Kind#BOOST}
 * @param strength from -3 to 3 and not 0, of {@link Kind#BOOST}
 * @param until the first moment it no longer holds, null for until it is ended
 * @param endedAt null while nobody has ended it
 */
public record Rule(
        UUID id,
        long number,
        Kind kind,
        String asked,
        List<String> words,
        @Nullable UUID listingId,
        int place,
        @Nullable Trait trait,
        String value,
        int strength,
        Instant from,
        @Nullable Instant until,
        String note,
        UUID madeBy,
        Instant madeAt,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt) {

    /** What a rule does. */
    public enum Kind {
        /** Whoever searches for one word finds the others too. */
        SYNONYM,
        /** A listing stands at a place of its own for one text. */
        PIN,
        /** A listing is not found, by one text or by any. */
        HIDE,
        /** Goods that share something rank a little higher or lower among those that fit as well. */
        BOOST
    }

    /** By what goods are told apart. */
    public enum Trait {
        CATEGORY,
        PROVINCE,
        COUNTY,
        MERCHANT
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** Whether it does something at that moment. */
    public boolean inForce(Instant now) {
        return !ended() && !now.isBefore(from) && (until == null || now.isBefore(until));
    }
}
