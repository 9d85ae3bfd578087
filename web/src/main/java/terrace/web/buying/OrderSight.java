package terrace.web.buying;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its member or its merchant sees it, every id turned into a name and every instant into a time.
 *
 * @param state name of the state; words are at {@code buying.state.<state>}
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
        String deliverTo,
        List<Line> lines,
        List<Step> steps,
        @Nullable Travel travel,
        boolean acceptable) {

    /** @param picture file of the small picture */
    public record Line(
            UUID listingId,
            String title,
            String sku,
            String origin,
            String picture,
            long priceFen,
            int quantity,
            long amountFen) {}

    /** A step of the way, at a time, or still to come. */
    public record Step(String key, @Nullable String time, boolean done) {}

    public record Travel(String courier, String trackingNumber, String shippedAt, String acceptBy) {}
}
