package terrace.catalog.enrolments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import terrace.catalog.listings.SkuOffer.Borne;

/**
 * A merchant's word that a listing is sold in a campaign at a price, with stock pledged for it.
 *
 * @param flash sold in flash sessions only, into which the organiser puts it
 * @param startsAt when the campaign begins
 * @param reason why it was refused; empty else
 * @param lines the SKUs, in the order of their ids
 */
public record Enrolment(
        UUID id,
        UUID campaignId,
        UUID merchantId,
        UUID listingId,
        boolean flash,
        Instant startsAt,
        Instant endsAt,
        State state,
        Signature signature,
        String reason,
        List<Line> lines) {

    /** How far it is. */
    public enum State {
        /** Signed by the merchant; an organiser has not looked at it. */
        SIGNED,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        /** The campaign has ended. */
        OVER;

        public boolean open() {
            return this == SIGNED || this == APPROVED;
        }
    }

    /**
     * Who signed what.
     *
     * @param termsSha256 of the text that was read, word for word
     */
    public record Signature(String name, Instant at, String termsSha256) {}

    /**
     * One SKU of it. Money in fen.
     *
     * @param bucketId where the pledged stock lies
     * @param ordinaryFen what it cost when it was signed
     * @param pledge pieces
     * @param borne what others pay of each piece
     */
    public record Line(UUID skuId, UUID bucketId, long priceFen, long ordinaryFen, long pledge, Borne borne) {}
}
