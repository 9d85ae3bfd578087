package terrace.catalog.desk;

/** What is done to many listings at once. */
public sealed interface BulkAct {
    record TakeOff() implements BulkAct {}

    record PutBack() implements BulkAct {}

    /** Every price changes by so many percent, down when negative, rounded half up to the fen. */
    record Percent(int percent) implements BulkAct {}

    /** Every price changes by so many fen, down when negative. */
    record Amount(long fen) implements BulkAct {}
}
