package terrace.catalog.listings;

/** What became of a new price. */
public sealed interface PriceChange {
    record Changed(long beforeFen) implements PriceChange {}

    /** It was this price already; the history does not grow. */
    record Same() implements PriceChange {}

    /** Below 1 fen or above {@link Listings#PRICE_FEN_MAX}. */
    record OutOfRange() implements PriceChange {}

    record NoSuchSku() implements PriceChange {}
}
