package terrace.search.querylog;

/**
 * How often a text was looked for.
 *
 * @param empty of the searches, those that found nothing
 * @param clicks goods opened from its page
 */
public record QueryCount(String text, long searches, long empty, long clicks) {
    QueryCount plus(QueryCount other) {
        return new QueryCount(text, searches + other.searches, empty + other.empty, clicks + other.clicks);
    }
}
