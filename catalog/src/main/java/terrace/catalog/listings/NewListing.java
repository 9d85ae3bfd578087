package terrace.catalog.listings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;

/**
 * A listing to be offered; the id is minted by who sends it, so that sending twice offers once.
 *
 * @param about its story may still hold what looks like a tag; that is left out when it is taken in
 */
public record NewListing(UUID id, UUID merchantId, About about, List<NewSku> skus) {
    /** What runs or styles goes with all that is in it, any other tag alone; “3 < 5” is no tag. */
    private static final Pattern TAGS = Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|</?[a-z!][^<>]*>");

    /** The same with a story of plain text and no blanks around short ones: as it will be kept. */
    public NewListing plain() {
        String text = about.story();
        // a tag may come together only once another was taken out of it
        for (String left = TAGS.matcher(text).replaceAll(""); !left.equals(text); ) {
            text = left;
            left = TAGS.matcher(text).replaceAll("");
        }
        Origin origin = about.origin();
        Keeping keeping = about.keeping();
        return new NewListing(
                id,
                merchantId,
                new About(
                        about.categoryId(),
                        about.title().strip(),
                        text,
                        new Origin(origin.countyCode(), origin.village().strip()),
                        about.looks(),
                        new Proof(about.proof().certificates().strip()),
                        new Keeping(
                                keeping.storage(),
                                keeping.shelfLifeDays(),
                                keeping.season().strip(),
                                keeping.perishable(),
                                keeping.harvestToShipHours()),
                        filled(about.attributes()),
                        about.vatKind(),
                        about.freightTemplateId()),
                skus);
    }

    /** What was left empty is not said. */
    private static Map<UUID, String> filled(Map<UUID, String> attributes) {
        return attributes.entrySet().stream()
                .filter(attribute -> !attribute.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, attribute -> attribute.getValue().strip()));
    }

    /** The same with other SKUs. */
    public NewListing with(List<NewSku> others) {
        return new NewListing(id, merchantId, about, others);
    }

    /** The same sizes of goods of which other things are said. */
    public NewListing with(About other) {
        return new NewListing(id, merchantId, other, skus);
    }

    public String title() {
        return about.title();
    }
}
