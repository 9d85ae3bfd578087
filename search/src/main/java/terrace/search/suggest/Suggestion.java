package terrace.search.suggest;

/**
 * Something to type, or a place to go.
 *
 * @param text what is shown; for a word also what is searched
 * @param kind what picking it does
 * @param key category slug, county code, code of a merchant or pavilion; the text itself for a word
 */
public record Suggestion(String text, Kind kind, String key) {

    /** What picking a suggestion does; in the order in which they are shown. */
    public enum Kind {
        /** Searches the word. */
        WORD,
        /** Opens the category. */
        CATEGORY,
        /** Searches goods of the county. */
        COUNTY,
        /** Opens the pavilion. */
        PAVILION,
        /** Opens the merchant. */
        MERCHANT
    }
}
