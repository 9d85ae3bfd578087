package terrace.catalog.sheets;

import java.util.OptionalLong;
import java.util.UUID;
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
        boolean perishable,
        VatKind vatKind,
        UUID freightTemplateId,
        String story) {}
