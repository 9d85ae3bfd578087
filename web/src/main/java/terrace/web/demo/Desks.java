package terrace.web.demo;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.desk.GoodsState;
import terrace.catalog.desk.OwnGoods;
import terrace.catalog.desk.OwnListing;
import terrace.catalog.desk.OwnStock;
import terrace.catalog.desk.StockLine;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Status;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.stock.Harvests;
import terrace.catalog.stock.Movement;
import terrace.catalog.stock.NewHarvest;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.filters.SavedFilter;
import terrace.marketplace.filters.SavedFilter.Place;
import terrace.marketplace.filters.SavedFilters;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Papers;
import terrace.marketplace.staff.Staff;
import terrace.orders.desk.OrderDesk;
import terrace.orders.purchases.Order;
import terrace.orders.shipments.ShipmentSheets;
import terrace.web.demo.plan.Deal;

/** Gives the merchants of the walk something to do: goods run low, sold early or sent back, a paper that ends. */
@Singleton
class Desks {
    private static final String BUYER = "member@demo.terrace";
    /** Whose harvest will be less than was thought. */
    private static final String HAILED = "merchant@";

    private static final int LEFT = 12;
    private static final int LOW_AT = 20;
    private static final int PAPER_DAYS = 20;
    private static final int DAYS_TO_HARVEST = 45;
    private static final int EXPECTED = 40;
    private static final int AFTER_THE_HAIL = 5;
    private static final int BOUGHT_EARLY = 8;
    /** So that it can be bought when all that may be sold early is gone. */
    private static final int ON_HAND = 60;

    private static final int LISTINGS_SEEN = 30;

    private final Accounts accounts;
    private final Staff staff;
    private final Dealings dealings;
    private final Goods goods;
    private final OrderDesk orders;
    private final ShipmentSheets sheets;
    private final SavedFilters filters;
    private final Papers papers;
    private final Clock clock;

    Desks(
            Accounts accounts,
            Staff staff,
            Dealings dealings,
            Goods goods,
            OrderDesk orders,
            ShipmentSheets sheets,
            SavedFilters filters,
            Papers papers,
            Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.dealings = dealings;
        this.goods = goods;
        this.orders = orders;
        this.sheets = sheets;
        this.filters = filters;
        this.papers = papers;
        this.clock = clock;
    }

    /** What stands already is left alone. */
    void furnish() {
        UUID operator = accounts.bySignInName(People.OPERATOR).map(Account::id).orElseThrow();
        for (String name : People.MERCHANTS.keySet()) {
            accounts.bySignInName(name)
                    .ifPresent(clerk -> staff.merchantsOf(clerk.id()).stream()
                            .findFirst()
                            .ifPresent(merchant -> furnish(merchant, clerk.id(), operator, name.startsWith(HAILED))));
        }
    }

    private void furnish(UUID merchant, UUID clerk, UUID operator, boolean hailed) {
        filters.keep(clerk, new SavedFilter(Place.ORDERS, "发往北京", "state=TO_SHIP&province=11"));
        filters.keep(clerk, new SavedFilter(Place.LISTINGS, "待补货", "state=LOW"));
        if (papers.ofOwner(clerk).isEmpty()) {
            NewPaper permit =
                    new NewPaper(PaperKind.FOOD_PERMIT, "", clock.today().plusDays(PAPER_DAYS));
            papers.add(clerk, permit, Applicants.photo());
        }
        goods.runLow(merchant);
        goods.sendBack(merchant, operator);
        goods.early(merchant, clerk, clock.today().plusDays(DAYS_TO_HARVEST), EXPECTED)
                .ifPresent(sku -> {
                    UUID purchase = like("early", merchant);
                    dealings.buy(new Deal(purchase, BUYER, Map.of(sku, BOUGHT_EARLY), Deal.Fate.TO_SHIP));
                    if (hailed) {
                        goods.expectLess(merchant, AFTER_THE_HAIL);
                    }
                });
        if (sheets.newest(merchant, 1).isEmpty()) {
            handIn(merchant, clerk);
        }
    }

    /** One row that could be sent, and one to mend; nothing is sent. */
    private void handIn(UUID merchant, UUID clerk) {
        List<Order> waiting = orders.toGather(merchant);
        if (waiting.size() < 2) {
            return;
        }
        String sheet = "订单号,快递公司,运单号\n%s,中通快递,780000000001\n%s,中通快递,7.8E+11\n"
                .formatted(waiting.get(0).number(), waiting.get(1).number());
        sheets.receive(merchant, clerk, sheet.getBytes(StandardCharsets.UTF_8));
    }

    static UUID like(String what, UUID of) {
        return UUID.nameUUIDFromBytes((what + ":" + of).getBytes(StandardCharsets.UTF_8));
    }

    /** What is done with goods themselves. */
    @Singleton
    static class Goods {
        private final OwnGoods own;
        private final OwnStock ownStock;
        private final Stock stock;
        private final Harvests harvests;
        private final Listings listings;
        private final Moderation moderation;

        Goods(
                OwnGoods own,
                OwnStock ownStock,
                Stock stock,
                Harvests harvests,
                Listings listings,
                Moderation moderation) {
            this.own = own;
            this.ownStock = ownStock;
            this.stock = stock;
            this.harvests = harvests;
            this.listings = listings;
            this.moderation = moderation;
        }

        void runLow(UUID merchant) {
            if (ownStock.tally(merchant).low() > 0) {
                return;
            }
            ownStock.page(merchant, false, null, LISTINGS_SEEN).items().stream()
                    .filter(line -> line.level().available() > LOW_AT)
                    .findFirst()
                    .ifPresent(line -> {
                        stock.watch(merchant, line.skuId(), LOW_AT);
                        stock.enter(
                                like("count", line.skuId()),
                                line.skuId(),
                                Movement.Kind.COUNTED,
                                line.level().held() + LEFT,
                                "月末盘点");
                    });
        }

        void sendBack(UUID merchant, UUID operator) {
            if (ownStock.tally(merchant).returned() > 0) {
                return;
            }
            own.page(merchant, GoodsState.IN_REVIEW, null, LISTINGS_SEEN).items().stream()
                    .filter(listing -> listing.status() != Status.PUBLISHED)
                    .map(OwnListing::id)
                    .findFirst()
                    .flatMap(moderation::latest)
                    .ifPresent(review -> moderation.giveBack(review.id(), operator, "请补充：一盒里有几袋，每袋多重。"));
        }

        /** The SKU that is sold early now; empty when it was before. */
        Optional<UUID> early(UUID merchant, UUID clerk, LocalDate day, long expected) {
            UUID listingId = like("early-listing", merchant);
            UUID skuId = like("early-size", merchant);
            UUID stored = like("stored-size", merchant);
            List<StockLine> lines =
                    ownStock.page(merchant, false, null, LISTINGS_SEEN).items();
            if (lines.isEmpty() || !listings.byIds(Set.of(listingId)).isEmpty()) {
                return Optional.empty();
            }
            Listing known = own.page(merchant, GoodsState.ON_SALE, null, 1).items().stream()
                    .flatMap(listing -> own.of(merchant, listing.id()).stream())
                    .findFirst()
                    .orElseThrow();
            listings.publishAll(List.of(newSeason(moderation.wanted(known), listingId, skuId, stored)));
            stock.receive(stored, ON_HAND, "");
            harvests.expect(
                    merchant,
                    new NewHarvest(like("harvest", merchant), listingId, skuId, day, expected, Harvests.PERCENT_MAX),
                    clerk);
            return Optional.of(skuId);
        }

        void expectLess(UUID merchant, long expected) {
            harvests.change(merchant, like("harvest", merchant), expected, Harvests.PERCENT_MAX);
        }

        private static NewListing newSeason(NewListing known, UUID listingId, UUID skuId, UUID stored) {
            String title = "新季 " + known.title();
            NewSku size = known.skus().getFirst();
            return new NewListing(
                    listingId,
                    known.merchantId(),
                    known.about().titled(title.substring(0, Math.min(60, title.length()))),
                    List.of(
                            new NewSku(skuId, "新季装", size.priceFen(), size.grams(), ""),
                            new NewSku(stored, "现货装", size.priceFen(), size.grams(), "")));
        }
    }
}
