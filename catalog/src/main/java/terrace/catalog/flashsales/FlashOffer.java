package terrace.catalog.flashsales;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A SKU in a session. Money in fen, goods in pieces.
 *
 * @param wasFen what may be called the price before; null when nothing may
 * @param pieces put into the session
 * @param taken paid
 * @param held somebody is paying for
 * @param waiting people in line, those who have a place among them
 * @param paused the campaign stands still
 */
public record FlashOffer(
        UUID id,
        UUID enrolmentId,
        UUID campaignId,
        UUID skuId,
        UUID listingId,
        long priceFen,
        @Nullable Long wasFen,
        Instant startsAt,
        Instant endsAt,
        long pieces,
        long taken,
        long held,
        long waiting,
        boolean paused) {

    /** What anybody can buy, were it open. */
    public long left() {
        return Math.max(0, pieces - taken - held - waiting);
    }

    /** Every piece is paid for: nothing comes back. */
    public boolean soldOut() {
        return taken == pieces;
    }

    public boolean openAt(Instant moment) {
        return !paused && !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }
}
