package terrace.orders.purchases;

/** What became of a member's wish to cancel. */
public sealed interface Cancellation {

    /** Cancelled now or before; its stock is on sale again. */
    record Cancelled() implements Cancellation {}

    /** The money is here already: what follows is a claim, not a cancellation. */
    record AlreadyPaid() implements Cancellation {}

    /** The time to pay had run out before. */
    record Lapsed() implements Cancellation {}
}
