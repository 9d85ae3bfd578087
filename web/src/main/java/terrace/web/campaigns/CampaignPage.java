package terrace.web.campaigns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.web.shop.Card;
import terrace.web.shop.Crumb;

/**
 * A campaign's page.
 *
 * @param paused why it stands still, null when it does not
 * @param blocks parts of the page, in order
 * @param turn path of this page with live figures stopped, or running again; null where nothing runs
 * @param report path of the published result, null before
 * @param preview whether only its organiser and checkers see it
 */
public record CampaignPage(
        CampaignView campaign,
        List<String> story,
        @Nullable String paused,
        List<String> blocks,
        List<Part> shares,
        List<String> rules,
        String borne,
        @Nullable String turn,
        @Nullable String report,
        boolean preview,
        List<Coupon> coupons,
        List<Event> fairs,
        List<Crumb> crumbs,
        List<Card> cards) {

    /** One to be claimed; money in fen. */
    public record Coupon(String title, long fen, String from, String until) {}

    /** Where its goods can be looked at, and on which days. */
    public record Event(String name, String street, String days) {}

    /**
     * A pavilion's part of what was sold.
     *
     * @param path null for what belongs to none
     * @param bar thousandths of the largest part
     */
    public record Part(String name, @Nullable String path, String jin, String yuan, long bar) {}
}
