package terrace.catalog.sheets;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;

/** What a good row says, as values. */
record Goods(
        String code,
        String title,
        UUID categoryId,
        String motif,
        String countyCode,
        String village,
        String sku,
        long priceFen,
        long grams,
        OptionalLong stock,
        int shelfLifeDays,
        Storage storage,
        String season,
        OptionalLong harvestToShipHours,
        Optional<Map<UUID, String>> attributes,
        boolean perishable,
        VatKind vatKind,
        UUID freightTemplateId,
        String story) {
    /** Of goods that are there already: what the sheet does not say stays as it was. */
    About about(About before) {
        return about(before.looks(), before.proof(), before.keeping().harvestToShipHours(), before.attributes());
    }

    About about() {
        return about(new Looks(motif), Proof.NONE, 0, Map.of());
    }

    private About about(Looks looks, Proof proof, int hoursBefore, Map<UUID, String> attributesBefore) {
        return new About(
                categoryId,
                title,
                story,
                new Origin(countyCode, village),
                looks,
                proof,
                new Keeping(
                        storage,
                        shelfLifeDays,
                        season,
                        perishable,
                        Math.toIntExact(harvestToShipHours.orElse(hoursBefore))),
                attributes.orElse(attributesBefore),
                vatKind,
                freightTemplateId);
    }
}
