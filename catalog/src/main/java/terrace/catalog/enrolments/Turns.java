package terrace.catalog.enrolments;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.enrolments.Enrolment.Line;
import terrace.catalog.enrolments.Enrolment.State;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Buckets;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;

/**
 * Follows what the clock did: tells the search index of prices that began or ended, gives unsold pledges back. Prices
 * hold and end without it. Each piece is a transaction of its own and safe to repeat.
 */
@Singleton
class Turns {
    private static final int PIECES_AT_ONCE = 500;

    private final OfferRows offers;
    private final EnrolmentRows rows;
    private final Buckets buckets;
    private final BudgetParts budgets;
    private final Listings listings;
    private final Campaigns campaigns;

    Turns(
            OfferRows offers,
            EnrolmentRows rows,
            Buckets buckets,
            BudgetParts budgets,
            Listings listings,
            Campaigns campaigns) {
        this.offers = offers;
        this.rows = rows;
        this.buckets = buckets;
        this.budgets = budgets;
        this.listings = listings;
        this.campaigns = campaigns;
    }

    /** Tells of one price that began; false when there is none. */
    @Transactional
    boolean begin() {
        OfferRows.Turn turn = offers.turn(false);
        if (turn != null) {
            listings.pricesTurned(Set.of(turn.listingId()));
        }
        return turn != null;
    }

    /** Gives back what one price that ended has left. */
    @Transactional
    boolean end() {
        OfferRows.Turn turn = offers.turn(true);
        if (turn != null) {
            buckets.close(turn.bucketId());
            listings.pricesTurned(Set.of(turn.listingId()));
        }
        return turn != null;
    }

    /** Ends one enrolment whose campaign is over, with what was pledged and never offered. */
    @Transactional
    boolean finish() {
        UUID id = rows.lockOver();
        if (id == null) {
            return false;
        }
        rows.byId(id).ifPresent(enrolment -> {
            List<UUID> ids = enrolment.lines().stream().map(Line::bucketId).toList();
            ids.forEach(buckets::close);
        });
        rows.end(id, State.OVER);
        return true;
    }

    /** Gives back what one enrolment that is over no longer needs of its campaign's budget. */
    boolean settle() {
        return budgets.settle();
    }

    /** Campaigns that stand still have no prices of their own. */
    @Transactional
    void pause() {
        Set<UUID> paused = new HashSet<>();
        campaigns.all().stream().filter(Campaign::paused).map(Campaign::id).forEach(paused::add);
        Set<UUID> turned = Set.copyOf(offers.pause(paused));
        if (!turned.isEmpty()) {
            listings.pricesTurned(turned);
        }
    }

    /** Unpaid goods came back to buckets that are closed. */
    void empty() {
        int emptied = buckets.emptyClosed(PIECES_AT_ONCE);
        while (emptied == PIECES_AT_ONCE) {
            emptied = buckets.emptyClosed(PIECES_AT_ONCE);
        }
    }
}
