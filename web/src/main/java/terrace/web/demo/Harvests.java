package terrace.web.demo;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.NewLot;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.web.demo.plan.PlannedListing;

/** What the two merchants of the walk did this week: recorded harvests, listed new goods, asked for another title. */
@Singleton
class Harvests {
    private static final int LOTS = 12;
    private static final int NEW_LISTINGS = 3;
    private static final int REDUCTIONS = 8;
    private static final String REDUCED = "high-green";
    private static final int DAYS_SINCE = 12;
    private static final long LOT_GRAMS = 2_500_000;
    private static final long LOW_AT = 20;

    private final Listings listings;
    private final Moderation moderation;
    private final Lots lots;
    private final Stock stock;
    private final Accounts accounts;
    private final Clock clock;

    Harvests(Listings listings, Moderation moderation, Lots lots, Stock stock, Accounts accounts, Clock clock) {
        this.listings = listings;
        this.moderation = moderation;
        this.lots = lots;
        this.stock = stock;
        this.accounts = accounts;
        this.clock = clock;
    }

    void bring(List<PlannedListing> planned) {
        for (Map.Entry<String, String> seller : People.MERCHANTS.entrySet()) {
            Optional<Account> clerk = accounts.bySignInName(seller.getKey());
            List<Listing> goods = listings
                    .byIds(planned.stream()
                            .filter(listing -> listing.seller().code().equals(seller.getValue()))
                            .map(PlannedListing::id)
                            .collect(java.util.stream.Collectors.toSet()))
                    .values()
                    .stream()
                    .sorted(java.util.Comparator.comparing(Listing::id))
                    .toList();
            clerk.ifPresent(account -> bring(goods, account.id()));
        }
    }

    /** A tenth off, once: cards show what it was before. */
    void reduce(List<PlannedListing> planned) {
        planned.stream()
                .filter(listing -> listing.goods().category().equals(REDUCED))
                .sorted(java.util.Comparator.comparing(PlannedListing::id))
                .limit(REDUCTIONS)
                .flatMap(listing -> listing.skus().stream())
                .filter(sku -> listings.priceHistory(sku.id()).size() == 1)
                .forEach(sku -> listings.changePrice(sku.id(), sku.priceFen() * 9 / 10));
    }

    private void bring(List<Listing> goods, UUID clerk) {
        goods.stream().limit(LOTS).forEach(listing -> harvest(listing, clerk));
        goods.stream().limit(NEW_LISTINGS).forEach(listing -> offer(listing, clerk));
        goods.stream().limit(1).forEach(listing -> retitle(listing, clerk));
    }

    private void harvest(Listing listing, UUID clerk) {
        UUID id = like("lot", listing);
        lots.record(
                listing.merchantId(),
                new NewLot(
                        id,
                        listing.id(),
                        clock.today().minusDays(DAYS_SINCE),
                        listing.countyCode(),
                        listing.village(),
                        LOT_GRAMS,
                        "",
                        "合作社自检：水分、杂质、色泽符合要求。\n送检项目的报告收到后登记在下一批次。"),
                clerk);
        stock.watch(listing.merchantId(), listing.skus().getFirst().id(), LOW_AT);
    }

    /** The same goods as a gift, new and not yet looked at. */
    private void offer(Listing listing, UUID clerk) {
        UUID id = like("gift", listing);
        if (!listings.byIds(Set.of(id)).isEmpty()) {
            return;
        }
        NewListing known = moderation.wanted(listing);
        listings.draft(new NewListing(
                id,
                known.merchantId(),
                known.about().titled(shortened(known.title()) + " 礼盒"),
                List.of(new NewSku(like("gift-size", listing), "礼盒装", 12_800, 5_000, ""))));
        moderation.submit(known.merchantId(), id, clerk);
    }

    private void retitle(Listing listing, UUID clerk) {
        if (moderation.latest(listing.id()).isPresent()) {
            return;
        }
        NewListing known = moderation.wanted(listing);
        moderation.save(
                listing.merchantId(),
                listing.version(),
                known.with(known.about().titled(shortened(known.title()) + " 当季新货")),
                clerk);
    }

    private static String shortened(String title) {
        return title.length() <= 50 ? title : title.substring(0, 50);
    }

    private static UUID like(String what, Listing listing) {
        return UUID.nameUUIDFromBytes((what + ":" + listing.id()).getBytes(StandardCharsets.UTF_8));
    }
}
