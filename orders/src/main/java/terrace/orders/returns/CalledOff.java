package terrace.orders.returns;

import terrace.orders.purchases.OrderState;

/** What became of the wish to call a paid order off. */
public sealed interface CalledOff {

    /** Called off now or before; all money goes back and the goods are on sale again. */
    record Done() implements CalledOff {}

    /** It is on its way, or was never paid. */
    record NotNow(OrderState state) implements CalledOff {}

    /** A merchant says why, in 1 to 300 characters. */
    record ReasonMissing() implements CalledOff {}
}
