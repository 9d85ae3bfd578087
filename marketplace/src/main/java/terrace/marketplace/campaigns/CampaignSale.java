package terrace.marketplace.campaigns;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact to count: something was sold, or came back.
 *
 * @param source what it is known by where it happened, such as an order number
 * @param number tells facts of one source and kind apart, such as the line
 * @param grams always positive; a return is subtracted by its kind
 * @param fen always positive; a return is subtracted by its kind
 */
public record CampaignSale(String source, Kind kind, long number, UUID listingId, long grams, long fen, Instant at) {

    public enum Kind {
        SOLD,
        RETURNED
    }
}
