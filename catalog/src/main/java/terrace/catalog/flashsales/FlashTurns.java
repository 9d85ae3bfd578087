package terrace.catalog.flashsales;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;

/** Keeps what came back for those whose turn it is, and tells them: both or neither, for they have minutes only. */
@Singleton
class FlashTurns {
    private final WaitingLines lines;
    private final FlashSales offers;
    private final Listings listings;
    private final Inbox inbox;

    FlashTurns(WaitingLines lines, FlashSales offers, Listings listings, Inbox inbox) {
        this.lines = lines;
        this.offers = offers;
        this.listings = listings;
        this.inbox = inbox;
    }

    @Transactional
    void moveUp(UUID offerId) {
        tell(offerId, lines.moveUp(offerId));
    }

    private void tell(UUID offerId, List<UUID> memberIds) {
        if (memberIds.isEmpty()) {
            return;
        }
        offers.byId(offerId).ifPresent(offer -> {
            Map<UUID, Listing> known = listings.byIds(Set.of(offer.listingId()));
            String title =
                    known.values().stream().map(Listing::title).findFirst().orElse("");
            String minutes = Long.toString(WaitingLines.OFFERED_FOR.toMinutes());
            inbox.tellAll(
                    memberIds,
                    new News(
                            NewsKind.SHOP,
                            "flash.place:" + Ids.next(),
                            "flash.place",
                            List.of(title, minutes),
                            "/flash/" + offerId,
                            false));
        });
    }
}
