package terrace.web.goods;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.OwnStock;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.Lots;
import terrace.catalog.stock.Harvest;
import terrace.catalog.stock.Harvests;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.desk.OrderDesk;
import terrace.web.buying.OrderSight;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.shop.Places;
import terrace.web.signin.Visitor;

/** Says of each harvest what was sold early, and whom it concerns when it will not suffice. */
@Singleton
class HarvestPages {
    private static final int HARVESTS_SHOWN = 30;
    private static final int SKUS_OFFERED = 100;
    /** Orders named beside a harvest that does not suffice. */
    private static final int ORDERS_SHOWN = 20;

    private final Harvests harvests;
    private final Lots lots;
    private final OwnStock stock;
    private final Listings listings;
    private final OrderDesk orders;
    private final Sights sights;
    private final Places places;
    private final Clock clock;

    HarvestPages(
            Harvests harvests,
            Lots lots,
            OwnStock stock,
            Listings listings,
            OrderDesk orders,
            Sights sights,
            Places places,
            Clock clock) {
        this.lots = lots;
        this.places = places;
        this.clock = clock;
        this.harvests = harvests;
        this.stock = stock;
        this.listings = listings;
        this.orders = orders;
        this.sights = sights;
    }

    HarvestsPage page(Visitor visitor, Merchant merchant, Form form, @Nullable String passport) {
        List<Harvest> known = harvests.ofMerchant(merchant.id(), HARVESTS_SHOWN);
        Set<UUID> goods = known.stream().map(Harvest::listingId).collect(Collectors.toSet());
        Map<UUID, Listing> titles = goods.isEmpty() ? Map.of() : listings.byIds(goods);
        return new HarvestsPage(
                known.stream()
                        .map(harvest -> card(visitor, merchant, harvest, titles.get(harvest.listingId())))
                        .toList(),
                form,
                Ids.next(),
                stock.page(merchant.id(), false, null, SKUS_OFFERED).items().stream()
                        .map(line -> new Choice(line.listingId() + "@" + line.skuId(), line.title() + " " + line.sku()))
                        .toList(),
                Harvests.PERCENT_MAX,
                Optional.ofNullable(passport)
                        .flatMap(lots::byCode)
                        .filter(lot -> lot.merchantId().equals(merchant.id()))
                        .map(Lot::code)
                        .orElse(null));
    }

    private Card card(Visitor visitor, Merchant merchant, Harvest harvest, @Nullable Listing listing) {
        String sku = listing == null
                ? ""
                : listing.skus().stream()
                        .filter(each -> each.id().equals(harvest.skuId()))
                        .map(each -> each.name())
                        .findFirst()
                        .orElse("");
        return new Card(
                harvest,
                (listing == null ? "" : listing.title()) + " " + sku,
                harvest.expectedOn().toString(),
                clock.today().toString(),
                listing == null ? "" : places.origin(visitor.language(), listing.countyCode()),
                listing == null ? "" : listing.village(),
                harvest.missing() == 0
                        ? List.of()
                        : sights.orders(
                                visitor,
                                orders.soldEarly(merchant.id(), harvest.skuId(), harvest.expectedOn(), ORDERS_SHOWN)),
                Ids.next());
    }

    /**
     * @param today when it was picked, unless the merchant says otherwise
     * @param county the lot will be from
     * @param concerned who bought last and may not be served, where something is missing
     * @param entry minted anew for each showing, so that sending twice enters once
     */
    record Card(
            Harvest harvest,
            String goods,
            String day,
            String today,
            String county,
            String village,
            List<OrderSight> concerned,
            UUID entry) {}

    /** @param passport code of the lot just recorded */
    record HarvestsPage(
            List<Card> cards,
            Form form,
            UUID id,
            List<Choice> goods,
            int percentMax,
            @Nullable String passport) {}
}
