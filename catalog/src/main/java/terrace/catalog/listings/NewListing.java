package terrace.catalog.listings;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A listing to be offered; the id is minted by who sends it, so that sending twice offers once.
 *
 * @param story paragraphs of plain text: what looks like a tag is left out when it is taken in
 * @param certificates what vouches for the goods, with its number
 */
public record NewListing(
        UUID id,
        UUID merchantId,
        UUID categoryId,
        String title,
        String story,
        String countyCode,
        String village,
        String motif,
        String certificates,
        Storage storage,
        int shelfLifeDays,
        String season,
        boolean perishable,
        VatKind vatKind,
        UUID freightTemplateId,
        List<NewSku> skus) {
    /** What runs or styles goes with all that is in it, any other tag alone; “3 < 5” is no tag. */
    private static final Pattern TAGS = Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|</?[a-z!][^<>]*>");

    /** Goods without certificates. */
    public NewListing(
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
            List<NewSku> skus) {
        this(
                id,
                merchantId,
                categoryId,
                title,
                story,
                countyCode,
                village,
                motif,
                "",
                storage,
                shelfLifeDays,
                season,
                perishable,
                vatKind,
                freightTemplateId,
                skus);
    }

    /** The same with a story of plain text and no blanks around short ones: as it will be kept. */
    public NewListing plain() {
        String text = story;
        // a tag may come together only once another was taken out of it
        for (String left = TAGS.matcher(text).replaceAll(""); !left.equals(text); ) {
            text = left;
            left = TAGS.matcher(text).replaceAll("");
        }
        return new NewListing(
                id,
                merchantId,
                categoryId,
                title.strip(),
                text,
                countyCode,
                village.strip(),
                motif,
                certificates.strip(),
                storage,
                shelfLifeDays,
                season.strip(),
                perishable,
                vatKind,
                freightTemplateId,
                skus);
    }

    /** The same with other SKUs. */
    public NewListing with(List<NewSku> others) {
        return new NewListing(
                id,
                merchantId,
                categoryId,
                title,
                story,
                countyCode,
                village,
                motif,
                certificates,
                storage,
                shelfLifeDays,
                season,
                perishable,
                vatKind,
                freightTemplateId,
                others);
    }
}
