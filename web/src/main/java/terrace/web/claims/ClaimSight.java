package terrace.web.claims;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a page shows it. Money in fen.
 *
 * @param state whose word decides next: words are at {@code claims.waits.<state>}
 * @param due when silence decides; null when it is over
 * @param refund what has gone back; null while nothing has
 */
record ClaimSight(
        String number,
        String orderNumber,
        UUID listingId,
        String title,
        String sku,
        int quantity,
        String kind,
        @Nullable String spoiled,
        String state,
        String tone,
        long askedFen,
        long standingFen,
        boolean goodsBack,
        boolean back,
        @Nullable String due,
        boolean late,
        @Nullable Parcel parcel,
        @Nullable Refund refund,
        boolean memberAgrees,
        boolean merchantAgrees,
        List<Mark> marks,
        List<String> photos) {

    /** A step for the timeline. */
    record Mark(
            String text, @Nullable String time, @Nullable String note, boolean done, boolean current) {}

    record Parcel(String courier, String trackingNumber) {}

    /** @param pointsFen in points: 100 are a yuan */
    record Refund(long fen, long cashFen, long pointsFen, long subsidyFen) {}
}
