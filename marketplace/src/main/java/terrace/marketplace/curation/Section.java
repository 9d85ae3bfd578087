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
    /** Goods that go up from the villages. */
    UP,
    /** What villages buy: farm inputs and household goods. */
    DOWN,
    GOODS,
    MERCHANTS,
    CERTIFICATES,
    /** Centre, pick-up points and fairs. */
    PLACES
}
