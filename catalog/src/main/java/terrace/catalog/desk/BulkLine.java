package terrace.catalog.desk;

import java.util.UUID;

/**
 * What an act does, or did, to one listing.
 *
 * @param version the listing's when it was looked at
 * @param beforeFen price of the cheapest SKU
 * @param afterFen the same afterwards; as before when the act is not about prices
 */
public record BulkLine(UUID listingId, String title, long version, long beforeFen, long afterFen, Effect effect) {

    /** What happens to a listing, or why nothing does. */
    public enum Effect {
        GOES_OFF,
        GOES_ON,
        /** The merchant's own reason is lifted, another still keeps it off the shelf. */
        KEPT_OFF,
        REPRICED,
        /** A price rises by more than 30 %, so that it waits for an operator. */
        WAITS,
        /** It was so already. */
        SAME,
        NOT_PUBLISHED,
        /** A price would leave the range of prices. */
        PRICE_RANGE,
        /** Somebody changed it since it was looked at; nothing was done. */
        CHANGED_MEANWHILE
    }
}
