package terrace.catalog.listings;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import terrace.catalog.categories.Categories;
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
        note(faults, Fault.TITLE_LENGTH, isWithin(listing.title(), TITLE_CHARS_MIN, TITLE_CHARS_MAX));
        note(faults, Fault.STORY_LENGTH, isWithin(listing.story(), 0, STORY_CHARS_MAX));
        note(faults, Fault.SHORT_TEXT_LENGTH, isWithin(listing.village(), 0, SHORT_CHARS_MAX));
        note(faults, Fault.SHORT_TEXT_LENGTH, isWithin(listing.season(), 0, SHORT_CHARS_MAX));
        note(faults, Fault.SHORT_TEXT_LENGTH, isWithin(listing.certificates(), 0, SHORT_CHARS_MAX));
        note(
                faults,
                Fault.CATEGORY_UNKNOWN,
                categories.byId(listing.categoryId()).isPresent());
        note(
                faults,
                Fault.COUNTY_UNKNOWN,
                regions.byCode(listing.countyCode()).filter(Region::isCounty).isPresent());
        note(faults, Fault.MOTIF_FORM, MOTIF.matcher(listing.motif()).matches());
        note(faults, Fault.SHELF_LIFE, listing.shelfLifeDays() > 0 && listing.shelfLifeDays() <= SHELF_LIFE_DAYS_MAX);
        note(
                faults,
                Fault.FREIGHT_NOT_THE_MERCHANTS,
                listing.merchantId().equals(merchantsOfTemplates.get(listing.freightTemplateId())));
        skuFaults(listing.skus(), faults);
        return faults;
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
