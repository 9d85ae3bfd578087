package terrace.catalog.listings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A SKU with the facts of its listing that a cart and a checkout need.
 *
 * @param byWeight false where it is sold by the piece and has no price of a 斤
 * @param onSale false when the listing is off the shelf
 * @param campaign the campaign it is sold in at this moment, whose price is the SKU's; null in none
 */
public record SkuOffer(
        Sku sku,
        UUID merchantId,
        UUID categoryId,
        String title,
        String countyCode,
        String village,
        String motif,
        boolean perishable,
        boolean byWeight,
        VatKind vatKind,
        UUID freightTemplateId,
        boolean onSale,
        long listingVersion,
        @Nullable InCampaign campaign) {

    /**
     * At a campaign's price, from the stock pledged for it.
     *
     * @param bucketId what it is sold from
     * @param ordinaryFen what it costs else
     * @param flash in a session of a few hours, to those who come first
     * @param cap pieces one member may have; 0 for as many as they like
     * @param free pieces that anybody can buy now
     * @param borne what others pay of each piece
     */
    public record InCampaign(
            UUID bucketId,
            UUID campaignId,
            long ordinaryFen,
            boolean flash,
            long cap,
            long free,
            Instant endsAt,
            Borne borne) {}

    /**
     * What others than buyer and merchant pay of one piece, in fen.
     *
     * @param organiserId who runs the campaign; null for the platform itself, which then bears it alone
     */
    public record Borne(
            long platformFen, long organiserFen, @Nullable UUID organiserId) {
        public static final Borne NOTHING = new Borne(0, 0, null);

        public long fen() {
            return platformFen + organiserFen;
        }
    }

    public UUID listingId() {
        return sku.listingId();
    }
}
