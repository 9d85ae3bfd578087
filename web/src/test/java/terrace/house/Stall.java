package terrace.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.categories.Categories;
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
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/**
 * A merchant of a test's own, with one listing on sale and somebody who keeps the shop.
 *
 * @param keeper signed in
 */
public record Stall(UUID merchantId, UUID listingId, Caller keeper) {

    /** @param code unique among all tests */
    public static Stall open(String code) {
        OpenHouse house = OpenHouse.enter();
        UUID merchant = house.door(Merchants.class)
                .open(new NewMerchant(
                        code,
                        "合作社",
                        Merchant.Kind.COOPERATIVE,
                        "532529",
                        "",
                        0,
                        "合作社",
                        "6222" + Math.floorMod(code.hashCode(), 1_000_000_000)))
                .id();
        UUID keeper = Caller.account(code + "@house.test", Set.of(Role.MERCHANT));
        house.door(Staff.class).join(merchant, keeper, StaffRole.OWNER);
        return new Stall(merchant, listing(house, merchant).id(), Caller.of(keeper));
    }

    /** Published, with one size. */
    static NewListing listing(OpenHouse house, UUID merchant) {
        UUID category = house.door(Categories.class)
                .define(new NewCategory("goods-access", null, "米", "Rice", 1))
                .id();
        return listing(house, merchant, category, "哈尼梯田红米");
    }

    static NewListing listing(OpenHouse house, UUID merchant, UUID category, String title) {
        FreightTemplate template =
                new FreightTemplate(Ids.next(), merchant, "包邮", List.of(FreightZone.free(FreightZone.EVERYWHERE_ELSE)));
        house.door(Freight.class).define(template);
        NewListing listing = new NewListing(
                Ids.next(),
                merchant,
                new About(
                        category,
                        title,
                        "",
                        new Origin("532529", ""),
                        new Looks("rice"),
                        Proof.NONE,
                        new Keeping(Storage.AMBIENT, 365, "", false),
                        Map.of(),
                        VatKind.EXEMPT_OWN_GROWN,
                        template.id()),
                List.of(new NewSku(Ids.next(), "袋", 6250, 2500, "")));
        house.door(Listings.class).publishAll(List.of(listing));
        return listing;
    }
}
