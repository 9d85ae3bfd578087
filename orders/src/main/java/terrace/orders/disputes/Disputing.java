package terrace.orders.disputes;

/** What became of writing a dispute down. */
public sealed interface Disputing {

    /** It is posted; the merchant was told. */
    record Opened(Dispute dispute) implements Disputing {}

    /** This case of the bank's was written down before. */
    record Known(Dispute dispute) implements Disputing {}

    /** It was, for another order. */
    record OfAnotherOrder() implements Disputing {}

    /** The money is not the merchant's yet: refund the order instead. */
    record NotAccepted() implements Disputing {}

    /** More than the buyer has paid for the order and not got back. */
    record TooMuch(long disputableFen) implements Disputing {}
}
