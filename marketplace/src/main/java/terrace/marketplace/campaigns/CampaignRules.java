package terrace.marketplace.campaigns;

import java.util.List;

/**
 * What goods must keep to be part of a campaign; nought and none mean that there is no such rule.
 *
 * @param leastDiscountPercent off the ordinary price, at least
 * @param lowestOfDays the price is not above the lowest of so many days before
 * @param originCodes divisions the goods come from: two digits for a province, four or six below it
 * @param perMemberCap pieces of one SKU that one member may buy at the campaign's price
 * @param leastPledge pieces a merchant sets aside, at least
 */
public record CampaignRules(
        int leastDiscountPercent, int lowestOfDays, List<String> originCodes, int perMemberCap, int leastPledge) {

    public static final int DISCOUNT_PERCENT_MAX = 90;
    public static final int DAYS_MAX = 365;
    public static final int CAP_MAX = 10_000;
    public static final int PLEDGE_MAX = 1_000_000;
    public static final int ORIGINS_MAX = 60;

    /** Anything goes. */
    public static final CampaignRules NONE = new CampaignRules(0, 0, List.of(), 0, 0);

    public CampaignRules {
        originCodes = List.copyOf(originCodes);
    }

    /** Whether goods of this county may take part. */
    public boolean comesFrom(String countyCode) {
        return originCodes.isEmpty() || originCodes.stream().anyMatch(countyCode::startsWith);
    }
}
