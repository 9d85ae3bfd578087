package terrace.web.flash;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods in a session.
 *
 * @param title with the size, where it does not say it already
 * @param picture file name
 * @param sold paid pieces
 * @param state COMING, OPEN, GONE (all taken, some unpaid), SOLD_OUT, OVER or PAUSED
 */
record FlashCard(
        UUID id,
        UUID listingId,
        UUID skuId,
        String title,
        String picture,
        String origin,
        long priceFen,
        @Nullable Long wasFen,
        long pieces,
        long sold,
        long held,
        long left,
        long waiting,
        String state) {}
