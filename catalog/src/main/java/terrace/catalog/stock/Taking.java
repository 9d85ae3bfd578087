package terrace.catalog.stock;

import java.util.UUID;

/** What became of the goods of a purchase that was paid. */
public sealed interface Taking {
    /** The goods are the buyer's, now or since an earlier call. */
    record Taken() implements Taking {}

    /** The money came after the hold had ended and others bought the goods; nothing was taken, the money goes back. */
    record Gone(UUID skuId, long available) implements Taking {}
}
