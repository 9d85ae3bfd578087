package terrace.catalog.flashsales;

/** What became of a wish to wait in line. */
public sealed interface Queueing {
    /** In line, now or since before. */
    record InLine() implements Queueing {}

    /** There are pieces for anybody. */
    record NotNeeded() implements Queueing {}

    /** They have one already. */
    record HasOne() implements Queueing {}

    /** The line is as long as it may be. */
    record Full(int max) implements Queueing {}

    /** It is not open now, or every piece is paid for. */
    record Over() implements Queueing {}
}
