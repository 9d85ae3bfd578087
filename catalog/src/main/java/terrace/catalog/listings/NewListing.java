package terrace.catalog.listings;

import java.util.List;
import java.util.UUID;

/** A listing to be offered; the id is minted by who sends it, so that sending twice offers once. */
public record NewListing(
        UUID id,
        UUID merchantId,
        UUID categoryId,
        String title,
        String story,
        String countyCode,
        String village,
        String motif,
        Storage storage,
        int shelfLifeDays,
        String season,
        boolean perishable,
        VatKind vatKind,
        UUID freightTemplateId,
        List<NewSku> skus) {}
