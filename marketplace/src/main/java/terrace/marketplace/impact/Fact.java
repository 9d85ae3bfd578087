package terrace.marketplace.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one line, as it was known on the day; what comes back has negative figures.
 *
 * @param number grows in the order in which facts became known, without one appearing late below another
 * @param source the number of the order; for nobody outside
 * @param part tells facts of one line and kind apart
 * @param allocation whose families stand behind it; null where nobody said
 * @param households how many that were on the day
 * @param campaign the address of the campaign the goods were in, empty for none
 * @param pavilions those the goods belonged to on the day
 * @param day of business, Asia/Shanghai
 */
public record Fact(
        long number,
        String source,
        int line,
        Kind kind,
        long part,
        UUID listingId,
        @Nullable UUID lotId,
        UUID merchantId,
        String countyCode,
        @Nullable Long allocation,
        @Nullable Basis basis,
        int households,
        long grams,
        long fen,
        String campaign,
        List<String> pavilions,
        String note,
        Instant at,
        LocalDate day) {

    public enum Kind {
        SOLD,
        RETURNED,
        /** From one allocation to another, once the lot is known; two facts that sum to nothing. */
        MOVED,
        /** By hand, with a note. */
        CORRECTED
    }

    /** The same line, another thing that happened to it. */
    Fact then(Kind another, long newPart, long newGrams, long newFen, String newNote, Instant newAt, LocalDate newDay) {
        return new Fact(
                0,
                source,
                line,
                another,
                newPart,
                listingId,
                lotId,
                merchantId,
                countyCode,
                allocation,
                basis,
                households,
                newGrams,
                newFen,
                campaign,
                pavilions,
                newNote,
                newAt,
                newDay);
    }

    Fact behind(Allocation other) {
        return new Fact(
                number,
                source,
                line,
                kind,
                part,
                listingId,
                other.lotId(),
                merchantId,
                countyCode,
                other.number(),
                other.basis(),
                other.households(),
                grams,
                fen,
                campaign,
                pavilions,
                note,
                at,
                day);
    }
}
