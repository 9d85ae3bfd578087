package terrace.catalog.listings;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;

/** Goods for tests; every call makes new ones, so that tests do not meet. */
@Singleton
public class SampleGoods {
    public static final String RED_RIVER = "532529";

    private final Categories categories;
    private final Freight freight;
    private final Listings listings;
    private final Merchants merchants;

    SampleGoods(Categories categories, Freight freight, Listings listings, Merchants merchants) {
        this.categories = categories;
        this.freight = freight;
        this.listings = listings;
        this.merchants = merchants;
    }

    /** A path of three categories of its own, from the root down. */
    public List<Category> path() {
        String name = "c" + Ids.next().toString().replace("-", "");
        categories.define(new NewCategory(name, null, "粮油", "Grain and oil", 1));
        categories.define(new NewCategory(name + "-2", name, "米", "Rice", 1));
        Category leaf = categories.define(new NewCategory(name + "-3", name + "-2", "红米", "Red rice", 1));
        return categories.pathOf(leaf.id());
    }

    public Category category(Listing listing) {
        return category(listing.categoryId());
    }

    public Category category(UUID id) {
        return categories.byId(id).orElseThrow();
    }

    public FreightTemplate template(UUID merchantId, FreightZone... zones) {
        FreightTemplate template = new FreightTemplate(Ids.next(), merchantId, "普通", List.of(zones));
        freight.define(template);
        return template;
    }

    /** A listing with one SKU of 5 斤 for each of the prices. */
    public NewListing listing(UUID categoryId, long... pricesFen) {
        return listing(Ids.next(), categoryId, pricesFen);
    }

    /** The same for a merchant who is there. */
    public NewListing listing(UUID merchantId, UUID categoryId, long... pricesFen) {
        UUID templateId = template(merchantId, FreightZone.free(FreightZone.EVERYWHERE_ELSE))
                .id();
        List<NewSku> skus = IntStream.range(0, pricesFen.length)
                .mapToObj(i -> new NewSku(Ids.next(), "5斤袋装" + i, pricesFen[i], 2500, "HM-" + i))
                .toList();
        return new NewListing(
                Ids.next(),
                merchantId,
                new About(
                        categoryId,
                        "哈尼梯田红米",
                        "红河县的红米。",
                        new Origin(RED_RIVER, "甲寅镇"),
                        new Looks("rice-sack"),
                        Proof.NONE,
                        new Keeping(Storage.AMBIENT, 365, "9月至10月", false),
                        Map.of(),
                        VatKind.EXEMPT_OWN_GROWN,
                        templateId),
                skus);
    }

    public Listing published(long... pricesFen) {
        NewListing listing = listing(path().getLast().id(), pricesFen);
        listings.publishAll(List.of(listing));
        return listings.published(listing.id()).orElseThrow();
    }

    /** A merchant who may sell. */
    public UUID merchant() {
        String digits = Long.toString(Ids.next().getLeastSignificantBits() & Long.MAX_VALUE);
        return merchants
                .open(new NewMerchant(
                        "shop-" + digits, "红河合作社", Merchant.Kind.COOPERATIVE, RED_RIVER, "", 0, "红河合作社", digits))
                .id();
    }

    /** The id of the only SKU of a new listing. */
    public UUID sku() {
        return published(6250).skus().getFirst().id();
    }

    public Map<UUID, Offering> publishAll(List<NewListing> goods) {
        return listings.publishAll(goods).stream()
                .collect(java.util.stream.Collectors.toMap(Offering::listingId, offering -> offering));
    }
}
