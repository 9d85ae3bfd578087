package terrace.marketplace.feeds;

/**
 * A page of facts, written.
 *
 * @param after the number it begins behind
 * @param last the number it ends with; the same as after where there is nothing new
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record FeedBatch(byte[] body, String mediaType, long after, long last, int facts, boolean more) {}
