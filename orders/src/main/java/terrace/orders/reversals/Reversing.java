package terrace.orders.reversals;

import terrace.orders.purchases.OrderState;

/** What became of taking a sale back. */
public sealed interface Reversing {

    /** Done now, or before under the same key. */
    record Reversed(Reversal reversal) implements Reversing {}

    /** Of one line, or of the freight, there is only so much left. */
    record TooMuch(int position, long leftFen) implements Reversing {}

    /** No money has come, or all of it has gone back. */
    record NotPaid(OrderState state) implements Reversing {}
}
