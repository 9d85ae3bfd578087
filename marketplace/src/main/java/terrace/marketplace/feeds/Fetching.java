package terrace.marketplace.feeds;

/** What an outside platform that asks for facts gets. */
public sealed interface Fetching {

    /** @param signature over the moment and the body, with the receiver's secret */
    record Page(FeedBatch batch, String seconds, String signature) implements Fetching {}

    /** Nobody we know, or not with this secret, or too long ago; which of these is not said. */
    record Refused() implements Fetching {}
}
