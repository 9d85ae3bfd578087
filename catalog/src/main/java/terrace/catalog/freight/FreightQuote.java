package terrace.catalog.freight;

/** What sending a parcel costs, if it can be sent at all. */
public sealed interface FreightQuote {
    /** Sent for this many fen; 0 is free. */
    record Charged(long fen) implements FreightQuote {}

    /** The merchant does not send to that province. */
    record NotDelivered() implements FreightQuote {}
}
