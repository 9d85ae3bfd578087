package terrace.search.recommend;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.NewCategory;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;
import terrace.catalog.stock.Stock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;

/** Goods in stock, of merchants who sell; every call makes new ones. */
@Singleton
public class Stalls {
    private static final long PIECES = 1_000;

    private final Categories categories;
    private final Freight freight;
    private final Listings listings;
    private final Merchants merchants;
    private final Stock stock;

    Stalls(Categories categories, Freight freight, Listings listings, Merchants merchants, Stock stock) {
        this.categories = categories;
        this.freight = freight;
        this.listings = listings;
        this.merchants = merchants;
        this.stock = stock;
    }

    public Category category(String name) {
        String slug = "r" + Ids.next().toString().replace("-", "");
        return categories.define(new NewCategory(slug, null, name, name, 1));
    }

    public UUID merchant(Merchant.Kind kind) {
        String digits = Long.toString(Ids.next().getLeastSignificantBits() & Long.MAX_VALUE);
        return merchants
                .open(new NewMerchant("shop-" + digits, "合作社", kind, "532529", "", 0, "合作社", digits))
                .id();
    }

    public UUID goods(UUID merchant, Category category, String title) {
        return goods(merchant, category, List.of(title), "532529").getFirst();
    }

    /** One of each title, in their order. */
    public List<UUID> goods(UUID merchant, Category category, List<String> titles, String county) {
        List<NewListing> goods = publish(merchant, category, titles, county);
        goods.forEach(each -> stock.receive(each.skus().getFirst().id(), PIECES, "收货"));
        return goods.stream().map(NewListing::id).toList();
    }

    /** On the shelf, with nothing behind it. */
    public UUID soldOut(UUID merchant, Category category, String title) {
        return publish(merchant, category, List.of(title), "532529").getFirst().id();
    }

    private List<NewListing> publish(UUID merchant, Category category, List<String> titles, String county) {
        FreightTemplate template =
                new FreightTemplate(Ids.next(), merchant, "普通", List.of(FreightZone.free(FreightZone.EVERYWHERE_ELSE)));
        freight.define(template);
        List<NewListing> goods = new ArrayList<>();
        for (String title : titles) {
            goods.add(new NewListing(
                    Ids.next(),
                    merchant,
                    new About(
                            category.id(),
                            title,
                            "山里的东西。",
                            new Origin(county, ""),
                            new Looks("rice-sack"),
                            Proof.NONE,
                            new Keeping(Storage.AMBIENT, 365, "9月", false),
                            Map.of(),
                            VatKind.EXEMPT_OWN_GROWN,
                            template.id()),
                    List.of(new NewSku(Ids.next(), "袋装", 5_000, 2_500, "A-1"))));
        }
        listings.publishAll(goods);
        return goods;
    }
}
