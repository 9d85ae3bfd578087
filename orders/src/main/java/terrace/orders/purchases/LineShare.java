package terrace.orders.purchases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.ledger.Bearer;

/**
 * A part of a line's price that the buyer does not pay, and who bears it. Money in fen, above zero.
 *
 * @param bearerId the organisation, where an organiser bears it
 * @param couponId the coupon it came by, if it came by one
 * @param campaignId the campaign whose budget it is paid from, if it is
 */
public record LineShare(
        Bearer bearer,
        @Nullable UUID bearerId,
        @Nullable UUID couponId,
        @Nullable UUID campaignId,
        long fen) {

    private static final String NONE = "-";

    /** By a coupon, or by points. */
    public LineShare(Bearer bearer, @Nullable UUID bearerId, @Nullable UUID couponId, long fen) {
        this(bearer, bearerId, couponId, null, fen);
    }

    /** From the words the database joins: bearer, organisation, coupon, campaign, fen. */
    static LineShare read(String words) {
        String[] parts = words.split(" ", -1);
        return new LineShare(
                Bearer.valueOf(parts[0]), id(parts[1]), id(parts[2]), id(parts[3]), Long.parseLong(parts[4]));
    }

    private static @Nullable UUID id(String text) {
        return text.equals(NONE) ? null : UUID.fromString(text);
    }
}
