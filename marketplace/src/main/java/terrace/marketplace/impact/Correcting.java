package terrace.marketplace.impact;

/** What came of setting a fact right. */
public sealed interface Correcting {

    record Corrected(Fact fact) implements Correcting {}

    record NoteMissing() implements Correcting {}

    record NothingToCorrect() implements Correcting {}

    /** A line cannot come to less than nothing; so much is left of it. */
    record TooMuch(long grams, long fen) implements Correcting {}
}
