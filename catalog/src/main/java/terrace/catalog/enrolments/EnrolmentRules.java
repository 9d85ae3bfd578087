package terrace.catalog.enrolments;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.Status;
import terrace.marketplace.campaigns.CampaignRules;

/** The rules of what may be part of a campaign, and at which price. */
final class EnrolmentRules {
    private static final int PERCENT = 100;

    private EnrolmentRules() {}

    static Set<Fault> ofListing(CampaignRules rules, Listing listing, Set<OffShelfReason> off) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (listing.status() != Status.PUBLISHED) {
            faults.add(Fault.NOT_PUBLISHED);
        }
        for (OffShelfReason reason : off) {
            faults.add(
                    switch (reason) {
                        case SUSPENDED -> Fault.SUSPENDED;
                        case PAPER_EXPIRED -> Fault.PAPER_EXPIRED;
                        case OWN_CHOICE -> Fault.TAKEN_OFF;
                        case REVIEW -> Fault.IN_REVIEW;
                    });
        }
        if (!rules.comesFrom(listing.countyCode())) {
            faults.add(Fault.ORIGIN);
        }
        return faults;
    }

    /** The least discount, rounded in the buyer's favour, and the lowest price before; never above the ordinary one. */
    static long mostFen(CampaignRules rules, long ordinaryFen, @Nullable Long lowestFen) {
        long most = Math.floorDiv(ordinaryFen * (PERCENT - rules.leastDiscountPercent()), PERCENT);
        return lowestFen == null ? most : Math.min(most, lowestFen);
    }

    /** @param free pieces that can be pledged */
    static Set<Fault> ofLine(CampaignRules rules, Wanted wanted, Standing.OfSku sku, long free) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        long ordinary = sku.sku().priceFen();
        Long lowest = sku.lowestFen();
        if (wanted.priceFen() < 1 || wanted.priceFen() > ordinary) {
            faults.add(Fault.PRICE_RANGE);
        } else if (wanted.priceFen() > mostFen(rules, ordinary, null)) {
            faults.add(Fault.DISCOUNT);
        } else if (lowest != null && wanted.priceFen() > lowest) {
            faults.add(Fault.LOWEST);
        }
        if (wanted.pledge() < 1 || wanted.pledge() > CampaignRules.PLEDGE_MAX) {
            faults.add(Fault.PLEDGE_RANGE);
        } else if (wanted.pledge() < rules.leastPledge()) {
            faults.add(Fault.PLEDGE_LEAST);
        } else if (wanted.pledge() > free) {
            faults.add(Fault.PLEDGE_STOCK);
        }
        return faults;
    }
}
