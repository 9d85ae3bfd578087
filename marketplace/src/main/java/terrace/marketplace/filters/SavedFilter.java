package terrace.marketplace.filters;

/**
 * A filter somebody keeps.
 *
 * @param query what follows the question mark of the list's address
 */
public record SavedFilter(Place place, String name, String query) {

    /** The list it is for. */
    public enum Place {
        ORDERS,
        LISTINGS
    }
}
