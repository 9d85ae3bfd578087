package terrace.web.reviews;

import java.util.List;
import java.util.UUID;

/**
 * A review as a page shows it.
 *
 * @param reply the merchant's, empty while there is none
 * @param hiddenReason why it is hidden, empty while it is not
 */
record ReviewSight(
        UUID id,
        UUID listingId,
        String title,
        String author,
        String day,
        String sku,
        int stars,
        String text,
        List<String> photos,
        String reply,
        boolean reported,
        List<String> reasons,
        String hiddenReason) {}
