package terrace.marketplace.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outside platform that is told of facts.
 *
 * @param pushUrl where facts are sent; null for one that fetches them
 * @param reached the number up to which it has them
 * @param tries how often sending has failed in a row
 * @param trouble why it failed last: a status, SILENT or ADDRESS; null when all is well
 * @param last the newest fact there is
 * @param waitingSince when the oldest fact it has not got happened; null when it has all
 */
public record FeedReceiver(
        String code,
        String name,
        FeedFormat format,
        @Nullable String pushUrl,
        boolean stopped,
        long reached,
        int tries,
        @Nullable String trouble,
        @Nullable Instant succeededAt,
        long last,
        @Nullable Instant waitingSince) {}
