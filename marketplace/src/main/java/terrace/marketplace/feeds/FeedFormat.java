package terrace.marketplace.feeds;

/** How facts are written for a receiver. */
public enum FeedFormat {
    JSON("application/json; charset=utf-8"),
    CSV("text/csv; charset=utf-8");

    private final String mediaType;

    FeedFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
