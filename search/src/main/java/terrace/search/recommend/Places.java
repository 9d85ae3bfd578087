package terrace.search.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.ListingCard;
import terrace.search.recommend.Ranking.Weighed;

/**
 * Gives goods their places in a row.
 *
 * @param cards what may be shown now
 * @param titles of goods that reasons speak of
 * @param shown goods that have a place on the page; those placed here are added
 */
record Places(Map<UUID, ListingCard> cards, Map<UUID, String> titles, Set<UUID> shown) {

    /** The best, with the reserved places for those drawn by lot, as far as there are some. */
    List<Recommended> filled(List<Weighed> best, List<Weighed> drawn) {
        Iterator<Weighed> lots = drawn.iterator();
        Iterator<Weighed> merits = best.iterator();
        Map<UUID, Integer> ofMerchants = new HashMap<>();
        List<Recommended> row = new ArrayList<>();
        while (row.size() < FairShare.PLACES) {
            boolean reserved = FairShare.POSITIONS.contains(row.size());
            boolean placed = (reserved && place(lots, ofMerchants, row)) || place(merits, ofMerchants, row);
            if (!placed) {
                break;
            }
        }
        return row;
    }

    List<Recommended> first(List<Weighed> weighed, int limit) {
        Iterator<Weighed> merits = weighed.iterator();
        Map<UUID, Integer> ofMerchants = new HashMap<>();
        List<Recommended> row = new ArrayList<>();
        while (row.size() < limit && place(merits, ofMerchants, row)) {
            // the next one
        }
        return row;
    }

    /** Takes the next that has a card and whose merchant has not got enough places; false when there is none left. */
    private boolean place(Iterator<Weighed> from, Map<UUID, Integer> ofMerchants, List<Recommended> row) {
        while (from.hasNext()) {
            Weighed next = from.next();
            ListingCard card = cards.get(next.listingId());
            if (card != null
                    && ofMerchants.getOrDefault(card.merchantId(), 0) < Recommendations.OF_ONE_MERCHANT_MAX
                    && shown.add(card.id())) {
                ofMerchants.merge(card.merchantId(), 1, Integer::sum);
                row.add(new Recommended(
                        card, next.reason(), next.becauseId() == null ? null : titles.get(next.becauseId())));
                return true;
            }
        }
        return false;
    }
}
