package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.web.demo.plan.PlannedListing;

/** Dresses some goods of the merchants of the walk; what is there already is left alone. */
@Singleton
public class Shopfront {
    private final Listings listings;
    private final Accounts accounts;
    private final Conversations conversations;
    private final Photographs photographs;
    private final Testimonials testimonials;
    private final Searches searches;
    private final Footsteps footsteps;

    Shopfront(
            Listings listings,
            Accounts accounts,
            Conversations conversations,
            Photographs photographs,
            Testimonials testimonials,
            Searches searches,
            Footsteps footsteps) {
        this.listings = listings;
        this.accounts = accounts;
        this.conversations = conversations;
        this.photographs = photographs;
        this.testimonials = testimonials;
        this.searches = searches;
        this.footsteps = footsteps;
    }

    /**
     * @param sellers merchants' codes by the sign-in name of who keeps the shop
     * @param members who ask, and who looked around
     * @param operator who lets photos through
     */
    public void dress(List<PlannedListing> planned, Map<String, String> sellers, List<UUID> members, UUID operator) {
        searches.remember();
        footsteps.walk(planned, members);
        boolean first = true;
        for (Map.Entry<String, String> seller : sellers.entrySet()) {
            Optional<Account> clerk = accounts.bySignInName(seller.getKey());
            Set<UUID> ids = planned.stream()
                    .filter(listing -> listing.seller().code().equals(seller.getValue()))
                    .map(PlannedListing::id)
                    .collect(Collectors.toSet());
            List<Listing> goods = listings.byIds(ids).values().stream()
                    .sorted(Comparator.comparing(Listing::id))
                    .toList();
            if (clerk.isPresent() && !goods.isEmpty()) {
                UUID keeper = clerk.get().id();
                conversations.hold(goods, keeper, members);
                testimonials.vouch(goods, keeper, operator);
                if (first) {
                    photographs.hang(goods, keeper, operator);
                }
            }
            first = false;
        }
    }
}
