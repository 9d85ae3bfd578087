package terrace.catalog.listings;

/** What is wrong with a listing that was refused. */
public enum Fault {
    TITLE_LENGTH,
    STORY_LENGTH,
    SHORT_TEXT_LENGTH,
    CATEGORY_UNKNOWN,
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
    GRAMS_RANGE
}
