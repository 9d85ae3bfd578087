package terrace.web.organiser;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sku;
import terrace.catalog.stock.Stock;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Sums;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;

/** The goods of a campaign beside what is left of them, those that will not last in front. */
@Singleton
class GoodsAtRisk {
    /** Fewer pieces than this are gone before anybody has looked. */
    private static final long PIECES_FEW = 20;

    private final Campaigns campaigns;
    private final Listings listings;
    private final Stock stock;
    private final Clock clock;

    GoodsAtRisk(Campaigns campaigns, Listings listings, Stock stock, Clock clock) {
        this.campaigns = campaigns;
        this.listings = listings;
        this.stock = stock;
        this.clock = clock;
    }

    /** GONE, OFF the shelf, SHORT of what the campaign will sell, FEW, or FINE. */
    enum Risk {
        GONE,
        OFF,
        SHORT,
        FEW,
        FINE
    }

    /** @param pieces that can be bought now */
    record Good(String id, String title, long soldJin, long pieces, Risk risk) {}

    List<Good> of(Campaign campaign) {
        Map<UUID, Listing> goods = listings.byIds(new HashSet<>(campaign.listingIds()));
        Set<UUID> skus = goods.values().stream()
                .flatMap(listing -> listing.skus().stream())
                .map(Sku::id)
                .collect(Collectors.toSet());
        Map<UUID, Long> left = stock.onSale(skus);
        Map<UUID, Long> sold = campaigns.tally(campaign.id()).byListing().stream()
                .filter(sums -> sums.listingId() != null)
                .collect(Collectors.toMap(Sums::listingId, Sums::grams));
        return goods.values().stream()
                .map(listing -> good(campaign, listing, left, sold.getOrDefault(listing.id(), 0L)))
                .sorted(Comparator.comparing(Good::risk).thenComparing(Good::title))
                .toList();
    }

    private Good good(Campaign campaign, Listing listing, Map<UUID, Long> left, long grams) {
        long pieces = 0;
        long leftGrams = 0;
        for (Sku sku : listing.skus()) {
            long of = left.getOrDefault(sku.id(), 0L);
            pieces += of;
            leftGrams += of * sku.grams();
        }
        return new Good(
                listing.id().toString(),
                listing.about().title(),
                Math.floorDiv(grams, Money.GRAMS_PER_JIN),
                pieces,
                risk(campaign, listing.onShelf(), pieces, leftGrams, grams));
    }

    private Risk risk(Campaign campaign, boolean onShelf, long pieces, long leftGrams, long soldGrams) {
        Instant now = clock.now();
        if (!onShelf) {
            return Risk.OFF;
        }
        if (pieces == 0) {
            return Risk.GONE;
        }
        Pace pace = Pace.of(campaign.startsAt(), campaign.endsAt(), now, soldGrams, Long.MAX_VALUE);
        boolean running =
                campaign.openAt(now) && Duration.between(now, campaign.endsAt()).isPositive();
        if (running && pace != null && pace.atEnd() - soldGrams > leftGrams) {
            return Risk.SHORT;
        }
        return pieces < PIECES_FEW ? Risk.FEW : Risk.FINE;
    }
}
