package terrace.catalog.listings;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Freshness;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;

/** What a listing must be like to be taken in; the table's checks say the same once more. */
@Singleton
class ListingRules {
    private static final int TITLE_CHARS_MIN = 2;
    private static final int TITLE_CHARS_MAX = 60;
    private static final int STORY_CHARS_MAX = 20_000;
    private static final int SHORT_CHARS_MAX = 60;
    private static final int SKU_NAME_CHARS_MAX = 40;
    private static final int SKUS_MAX = 50;
    /** Answers to what is asked no more may be among them. */
    private static final int ATTRIBUTES_MAX = 60;

    private static final int SHELF_LIFE_DAYS_MAX = 36_500;
    private static final long GRAMS_MAX = 10_000_000;
    private static final Pattern MOTIF = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Categories categories;
    private final Regions regions;

    ListingRules(Categories categories, Regions regions) {
        this.categories = categories;
        this.regions = regions;
    }

    /** @param merchantsOfTemplates whose freight templates they are, for all that the listing may name */
    Set<Fault> faults(NewListing listing, Map<UUID, UUID> merchantsOfTemplates) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        About about = listing.about();
        Keeping keeping = about.keeping();
        note(faults, Fault.TITLE_LENGTH, isWithin(about.title(), TITLE_CHARS_MIN, TITLE_CHARS_MAX));
        note(faults, Fault.STORY_LENGTH, isWithin(about.story(), 0, STORY_CHARS_MAX));
        note(faults, Fault.SHORT_TEXT_LENGTH, isWithin(about.origin().village(), 0, SHORT_CHARS_MAX));
        note(faults, Fault.SHORT_TEXT_LENGTH, isWithin(keeping.season(), 0, SHORT_CHARS_MAX));
        note(faults, Fault.SHORT_TEXT_LENGTH, isWithin(about.proof().certificates(), 0, SHORT_CHARS_MAX));
        note(faults, Fault.CATEGORY_UNKNOWN, categories.byId(about.categoryId()).isPresent());
        note(
                faults,
                Fault.COUNTY_UNKNOWN,
                regions.byCode(about.origin().countyCode())
                        .filter(Region::isCounty)
                        .isPresent());
        note(faults, Fault.MOTIF_FORM, MOTIF.matcher(about.looks().motif()).matches());
        note(
                faults,
                Fault.SHELF_LIFE,
                keeping.shelfLifeDays() >= (categories.mustSayHowLong(about.categoryId()) ? 1 : 0)
                        && keeping.shelfLifeDays() <= SHELF_LIFE_DAYS_MAX);
        note(
                faults,
                Fault.HARVEST_TO_SHIP,
                keeping.harvestToShipHours() >= 0
                        && keeping.harvestToShipHours() <= Listings.HARVEST_TO_SHIP_HOURS_MAX);
        note(
                faults,
                Fault.FREIGHT_NOT_THE_MERCHANTS,
                listing.merchantId().equals(merchantsOfTemplates.get(about.freightTemplateId())));
        kindFaults(about, faults);
        skuFaults(listing.skus(), faults);
        return faults;
    }

    /** What the category allows and asks. */
    private void kindFaults(About about, Set<Fault> faults) {
        UUID category = about.categoryId();
        if (categories.byId(category).isEmpty()) {
            return;
        }
        note(faults, Fault.CATEGORY_RETIRED, categories.takesGoods(category));
        note(
                faults,
                Fault.NOT_PERISHABLE,
                !about.keeping().perishable() || categories.freshnessOf(category) != Freshness.KEEPS);
        Map<UUID, String> said = about.attributes();
        note(
                faults,
                Fault.ATTRIBUTE,
                said.size() <= ATTRIBUTES_MAX
                        && said.values().stream().allMatch(value -> isWithin(value, 0, Attribute.VALUE_CHARS_MAX))
                        && categories.attributesOf(category).stream()
                                .allMatch(attribute -> attribute
                                        .problem(said.getOrDefault(attribute.id(), ""))
                                        .isEmpty()));
    }

    private static void skuFaults(Collection<NewSku> skus, Set<Fault> faults) {
        note(faults, Fault.SKU_MISSING, !skus.isEmpty());
        note(faults, Fault.SKU_TOO_MANY, skus.size() <= SKUS_MAX);
        Set<String> names = new HashSet<>();
        for (NewSku sku : skus) {
            note(faults, Fault.SKU_NAME, isWithin(sku.name(), 1, SKU_NAME_CHARS_MAX));
            note(faults, Fault.SKU_NAME_TWICE, names.add(sku.name()));
            note(faults, Fault.SHORT_TEXT_LENGTH, isWithin(sku.code(), 0, SHORT_CHARS_MAX));
            note(faults, Fault.PRICE_RANGE, isPrice(sku.priceFen()));
            note(faults, Fault.GRAMS_RANGE, sku.grams() > 0 && sku.grams() <= GRAMS_MAX);
        }
    }

    static boolean isPrice(long fen) {
        return fen > 0 && fen <= Listings.PRICE_FEN_MAX;
    }

    private static boolean isWithin(String text, int min, int max) {
        int chars = text.strip().codePointCount(0, text.strip().length());
        return chars >= min && text.codePointCount(0, text.length()) <= max;
    }

    private static void note(Set<Fault> faults, Fault fault, boolean fine) {
        if (!fine) {
            faults.add(fault);
        }
    }
}
