package terrace.search.filters;

/** What a list of goods can be narrowed by. Of several values of one any will do; between them all must hold. */
public enum Facet {
    /** Slugs; a category holds all below it. */
    CATEGORY,
    /** Two digits. */
    PROVINCE,
    /** Six digits; counties narrow their own province and leave other provinces whole. */
    COUNTY,
    /** Counties that were national poverty counties. */
    POOR,
    /** {@link Band}s in fen. */
    PRICE,
    /** {@link Band}s of fen for 500 g. */
    JIN,
    /** {@link Band}s in grams. */
    WEIGHT,
    /** Kinds of certificates by name. */
    PROOF,
    /** Codes of pavilions. */
    PAVILION,
    /** Slugs of campaigns that run. */
    CAMPAIGN,
    /** Codes of merchants. */
    MERCHANT,
    /** To be had now. */
    STOCK,
    /** Sent to these provinces, two digits. */
    DELIVERY,
    /** Harvested within the last {@value #FRESH_DAYS} days. */
    FRESH;

    /** The value of a facet that is only on or off. */
    public static final String ON = "yes";

    static final int FRESH_DAYS = 31;
}
