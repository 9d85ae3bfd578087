package terrace.catalog.listings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is wrong with a listing that was refused. */
public enum Fault {
    TITLE_LENGTH,
    STORY_LENGTH,
    SHORT_TEXT_LENGTH,
    CATEGORY_UNKNOWN,
    /** It takes no new goods. */
    CATEGORY_RETIRED,
    /** Something the category asks is not answered, or not as it must be. */
    ATTRIBUTE,
    /** Goods of the category keep, so the seven-day return cannot be excluded. */
    NOT_PERISHABLE,
    COUNTY_UNKNOWN,
    MOTIF_FORM,
    SHELF_LIFE,
    HARVEST_TO_SHIP,
    FREIGHT_NOT_THE_MERCHANTS,
    SKU_MISSING,
    SKU_TOO_MANY,
    SKU_NAME,
    SKU_NAME_TWICE,
    PRICE_RANGE,
    GRAMS_RANGE;

    /** What a change of the category's rules may bring upon goods that were right; they stay, until edited anew. */
    public static final Set<Fault> OF_LATER_RULES =
            Collections.unmodifiableSet(EnumSet.of(CATEGORY_RETIRED, ATTRIBUTE, NOT_PERISHABLE));
}
