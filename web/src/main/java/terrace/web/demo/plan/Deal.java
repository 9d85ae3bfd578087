package terrace.web.demo.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.web.demo.plan.Facts.Buyer;
import terrace.web.demo.plan.PlannedListing.PlannedSku;

/**
 * A purchase to be made, and how far it is to come.
 *
 * @param purchaseId the same at every building of the market
 */
public record Deal(UUID purchaseId, String buyer, Map<UUID, Integer> quantities, Fate fate) {

    /** How far orders come, each fate with the number of purchases that meet it. */
    public enum Fate {
        PAID_OUT(12),
        CANCELLED(3),
        ACCEPTED(10),
        EXPIRED(3),
        SHIPPED(14),
        TO_SHIP(12),
        AWAITING(2);

        private final int purchases;

        Fate(int purchases) {
            this.purchases = purchases;
        }
    }

    /** Of the later purchases every second one is for the campaign, by the dozen: canteens buy, not only households. */
    private static final int CAMPAIGN_PIECES_MIN = 24;

    private static final int CAMPAIGN_PIECES = 60;

    /**
     * All deals; each member has at most one of a kind, so that no two share a cart at once.
     *
     * @param walked codes of the merchants that take part in most
     * @param day makes the deals of today others than yesterday's
     */
    public static List<Deal> plan(Facts facts, List<PlannedListing> listings, Collection<String> walked, String day) {
        List<PlannedListing> rice = facts.drives().getFirst().goodsAmong(listings);
        List<PlannedListing> walk = listings.stream()
                .filter(listing -> walked.contains(listing.seller().code()))
                .toList();
        List<PlannedListing> any = listings.stream()
                .filter(listing -> !listing.goods().perishable())
                .toList();
        List<Deal> deals = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            for (int number = 0; number < fate.purchases; number++) {
                Buyer buyer = facts.buyers().get(number == 0 ? 0 : 1 + (Seed.below(39, fate.name()) + number) % 39);
                String key = fate + "-" + number + (fate == Fate.AWAITING ? "-" + day : "");
                Map<UUID, Integer> quantities = new LinkedHashMap<>();
                boolean campaign = number % 2 == 1 && (fate == Fate.SHIPPED || fate == Fate.TO_SHIP);
                if (campaign) {
                    int pieces = CAMPAIGN_PIECES_MIN + Seed.below(CAMPAIGN_PIECES, key, "pieces");
                    quantities.put(largest(Seed.pick(rice, key, "rice")).id(), pieces);
                } else {
                    quantities.put(largest(Seed.pick(walk, key, "walk")).id(), 1 + Seed.below(3, key, "one"));
                    quantities.put(largest(Seed.pick(any, key, "any")).id(), 1 + Seed.below(2, key, "two"));
                }
                deals.add(new Deal(Seed.id(0, "purchase", key), buyer.signInName(), quantities, fate));
            }
        }
        return deals;
    }

    private static PlannedSku largest(PlannedListing listing) {
        return listing.skus().getLast();
    }
}
