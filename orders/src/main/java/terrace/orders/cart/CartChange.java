package terrace.orders.cart;

/** What became of a change to a cart. */
public sealed interface CartChange {

    /** Done; the cart has this many lines now. */
    record Changed(int lines) implements CartChange {}

    /** The cart holds as many different goods as it can. */
    record CartFull(int linesMax) implements CartChange {}

    /** A quantity below one or above the limit. */
    record QuantityOutside(int min, int max) implements CartChange {}

    /** These goods are not on the shelf. */
    record NotForSale() implements CartChange {}
}
