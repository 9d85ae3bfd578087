package terrace.search.recommend;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;

/** What may be shown to somebody at this moment; nothing else ever is. */
@Singleton
class OnOffer {
    private final Listings listings;
    private final Merchants merchants;
    private final Staff staff;

    OnOffer(Listings listings, Merchants merchants, Staff staff) {
        this.listings = listings;
        this.merchants = merchants;
        this.staff = staff;
    }

    /** On the shelf, in stock, of merchants who sell, not of the member's own shop, not hidden by whoever asks. */
    Map<UUID, ListingCard> of(Asking asking, Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        wanted.removeAll(asking.hidden());
        List<ListingCard> cards = listings.cardsByIds(List.copyOf(wanted)).stream()
                .filter(ListingCard::inStock)
                .toList();
        if (cards.isEmpty()) {
            return Map.of();
        }
        Set<UUID> selling =
                merchants.selling(cards.stream().map(ListingCard::merchantId).collect(Collectors.toSet()));
        Set<UUID> own = asking.memberId() == null ? Set.of() : Set.copyOf(staff.merchantsOf(asking.memberId()));
        Map<UUID, ListingCard> offered = new LinkedHashMap<>();
        cards.stream()
                .filter(card -> selling.contains(card.merchantId()) && !own.contains(card.merchantId()))
                .forEach(card -> offered.put(card.id(), card));
        return offered;
    }
}
