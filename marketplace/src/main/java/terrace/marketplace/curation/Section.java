package terrace.marketplace.curation;

/** A part of a pavilion's page. */
public enum Section {
    STORY,
    /** The twelve months, those of the harvest marked. */
    SEASON,
    COUNTIES,
    /** Goods chosen by name. */
    FLAGSHIP,
    /** Goods that co-owners proposed and agreed on. */
    PICKS,
    GOODS,
    MERCHANTS,
    CERTIFICATES,
    /** Centre, pick-up points and fairs. */
    PLACES
}
