package terrace.orders.reviews;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of a line they received.
 *
 * @param author as others may read it
 * @param photos how many; the first has number 1
 * @param reply the merchant's, empty while there is none
 * @param reportedAt when somebody first objected since an operator looked
 * @param hiddenReason why an operator hides it, empty while it is shown
 */
public record Review(
        UUID id,
        UUID orderId,
        int position,
        UUID listingId,
        UUID merchantId,
        UUID memberId,
        String author,
        String skuName,
        int stars,
        String text,
        int photos,
        Instant writtenAt,
        String reply,
        @Nullable Instant repliedAt,
        @Nullable Instant reportedAt,
        String hiddenReason) {

    public boolean hidden() {
        return !hiddenReason.isEmpty();
    }
}
