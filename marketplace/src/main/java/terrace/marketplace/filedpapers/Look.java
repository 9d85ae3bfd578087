package terrace.marketplace.filedpapers;

/** What came of an operator's look at a newer paper. */
public sealed interface Look {

    /** Deciding the same again changes nothing. */
    record Decided(FiledPaper paper) implements Look {}

    /** A newer one was handed in, or somebody else decided. */
    record Overtaken() implements Look {}

    /** The merchant is to be told why. */
    record ReasonMissing() implements Look {}

    /** Nobody decides about a shop they work for. */
    record OwnShop() implements Look {}
}
