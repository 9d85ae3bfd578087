package terrace.catalog.stock;

import java.util.Set;
import terrace.catalog.lots.Recording;

/** What became of a merchant's word about a harvest. */
public sealed interface Expecting {
    /** It is so; also the answer when it was so already. */
    record Expected(Harvest harvest) implements Expecting {}

    record Refused(Set<Fault> faults) implements Expecting {}

    /** Nothing was entered: the lot it would become cannot be. */
    record LotRefused(Set<Recording.Fault> faults) implements Expecting {}

    /** Another harvest of the same SKU is expected, and comes first. */
    record AnotherOpen() implements Expecting {}

    /** So many pieces are being paid for now; nothing more is sold early, in a quarter of an hour it is known. */
    record StillPaying(long pieces) implements Expecting {}

    /** It has come: what was expected of it is no longer changed. */
    record Over() implements Expecting {}

    /** What is wrong with what was said. */
    enum Fault {
        /** Today or earlier, or more than a year ahead. */
        DAY,
        QUANTITY,
        /** More may not be sold early, since harvests fail. */
        PERCENT
    }
}
