package terrace.web.buying;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its member or its merchant sees it, every id turned into a name and every instant into a time.
 *
 * @param state name of the state; words are at {@code buying.state.<state>}
 * @param maskedTo whom and where to, as far as somebody passing by may read it
 * @param offFen what is taken off its goods, whoever bears it
 * @param campaignFen what of it platform and organisers of campaigns pay
 * @param cashFen what the buyer pays for it
 * @param due by when it is to be sent; null for what is not to be sent
 */
public record OrderSight(
        String number,
        UUID purchaseId,
        String merchant,
        String merchantCode,
        String state,
        long goodsFen,
        long freightFen,
        long totalFen,
        long offFen,
        long campaignFen,
        long cashFen,
        String deliverTo,
        String maskedTo,
        @Nullable Due due,
        List<Line> lines,
        List<Step> steps,
        @Nullable Travel travel,
        boolean acceptable) {

    /**
     * @param picture file of the small picture
     * @param shipsFrom where it was sold before the harvest, the day it is sent from
     */
    public record Line(
            UUID listingId,
            String title,
            String sku,
            String origin,
            String picture,
            long priceFen,
            int quantity,
            long amountFen,
            @Nullable String shipsFrom,
            List<Origin> origins) {}

    /** A lot goods came from, with the code of its passport. */
    public record Origin(String code, String day, int quantity) {}

    /** @param tonight whether the day ends with it */
    public record Due(String at, boolean late, boolean tonight) {}

    /** A step of the way, at a time, or still to come. */
    public record Step(String key, @Nullable String time, boolean done) {}

    public record Travel(String courier, String trackingNumber, String shippedAt, String acceptBy) {}
}
