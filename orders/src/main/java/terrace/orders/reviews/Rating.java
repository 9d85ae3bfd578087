package terrace.orders.reviews;

/** How many reviews of a listing are shown, and their stars together. */
public record Rating(long count, long stars) {
    public static final Rating NONE = new Rating(0, 0);

    private static final int TENTHS = 10;

    /** The average in tenths of a star, half up: 47 is 4.7; 0 where there is none. */
    public int tenths() {
        return count == 0 ? 0 : Math.toIntExact((stars * TENTHS * 2 + count) / (count * 2));
    }
}
