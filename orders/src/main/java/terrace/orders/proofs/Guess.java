package terrace.orders.proofs;

/** What came of saying how much arrived. */
public sealed interface Guess {

    record Proven() implements Guess {}

    /** @param left how often one may still try */
    record Wrong(int left) implements Guess {}

    /** Wrong too often: another sum has to be sent. */
    record Spent() implements Guess {}

    /** No sum waits to be told. */
    record NothingSent() implements Guess {}
}
