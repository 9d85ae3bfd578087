package terrace.orders.promotions;

import terrace.marketplace.organising.Checking;

/** Whether a campaign could open, and whether there is money for it. */
public sealed interface CampaignOpening {

    /** Money was not in the way; what came of the check itself. */
    record Checked(Checking checking) implements CampaignOpening {}

    /** The platform's part of the budget is more than its fund has free; in fen. */
    record PlatformShort(long neededFen, long freeFen) implements CampaignOpening {}

    /** The organiser's part is more than it has paid in and not promised yet; in fen. */
    record OrganiserShort(long neededFen, long freeFen) implements CampaignOpening {}
}
