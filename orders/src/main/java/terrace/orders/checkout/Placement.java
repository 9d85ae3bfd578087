package terrace.orders.checkout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.zones.ZoneRefusal;

/** What became of a checkout. */
public sealed interface Placement {

    /** Placed now, or by an earlier sending of the same form. */
    record Placed(UUID purchaseId) implements Placement {}

    /** Less is left than was wanted; nothing was placed. */
    record SoldOut(List<ShortLine> lines) implements Placement {}

    /**
     * In a rush: these are gone, or all are being paid for, by what the database said at most half a second ago.
     * Nothing was placed, and nothing else was looked at.
     */
    record TurnedAway(List<ShortLine> lines) implements Placement {}

    /** The sum is not the one the page showed; nothing was placed. In fen. */
    record PriceChanged(long shownFen, long nowFen) implements Placement {}

    /** A campaign's price ended since the page was shown, so that the sum is another; nothing was placed. In fen. */
    record CampaignOver(long shownFen, long nowFen) implements Placement {}

    /** The last piece at a campaign's price went to others, so that the sum is another; nothing was placed. In fen. */
    record CampaignSoldOut(List<ShortLine> lines, long shownFen, long nowFen) implements Placement {}

    /** At a campaign's price each member may have only so many, earlier ones counted; nothing was placed. */
    record AboveCap(UUID skuId, long cap) implements Placement {}

    /** Very many want the same goods at this moment; nothing was placed, and nothing is lost by trying again. */
    record Crowded() implements Placement {}

    /** These merchants do not sell now; nothing was placed. */
    record MerchantClosed(Set<UUID> merchantIds) implements Placement {}

    /** These goods do not go to that address; nothing was placed. */
    record NotDelivered(Set<UUID> skuIds) implements Placement {}

    /** The terms of a zone stand against these goods; nothing was placed. */
    record AgainstZone(Map<UUID, ZoneRefusal> lines) implements Placement {}

    /** No such address of this member. */
    record AddressMissing() implements Placement {}

    /** None of the goods the form named is in the cart. */
    record CartEmpty() implements Placement {}

    /** The purchase id belongs to someone else's purchase. */
    record NotYours() implements Placement {}

    /** A line that cannot be filled; {@code left} is zero when it is gone or off the shelf. */
    record ShortLine(UUID skuId, String title, String skuName, int wanted, long left) {}
}
