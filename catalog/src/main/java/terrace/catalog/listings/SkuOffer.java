package terrace.catalog.listings;

import java.util.UUID;

/**
 * A SKU with the facts of its listing that a cart and a checkout need.
 *
 * @param onSale false when the listing is off the shelf
 */
public record SkuOffer(
        Sku sku,
        UUID merchantId,
        UUID categoryId,
        String title,
        String countyCode,
        String village,
        String motif,
        boolean perishable,
        VatKind vatKind,
        UUID freightTemplateId,
        boolean onSale,
        long listingVersion) {

    public UUID listingId() {
        return sku.listingId();
    }
}
