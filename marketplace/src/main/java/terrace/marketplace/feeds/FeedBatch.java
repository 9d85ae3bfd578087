package terrace.marketplace.feeds;

/**
 * A page of facts, or of how campaigns stand, written.
 *
 * @param feed what it is a page of, with its version
 * @param after the number it begins behind
 * @param last the number it ends with; the same as after where there is nothing new
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record FeedBatch(String feed, byte[] body, String mediaType, long after, long last, int facts, boolean more) {}
