package terrace.search.merchandising;

/**
 * Goods that operators may mean by what they typed.
 *
 * @param code what can be typed for these and no others: slug of a category, code of a place or of a merchant
 * @param value as a {@link Rule} keeps it: the same, but of a merchant its id
 */
public record Called(String code, String value) {}
