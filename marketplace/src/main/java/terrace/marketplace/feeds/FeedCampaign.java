package terrace.marketplace.feeds;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stood when the page was written; facts name it by its slug.
 *
 * @param state OPEN, LIVE, ENDED or AUDITED
 * @param reachedAt when it first came to its goal; null when it has not
 * @param grams sold less what came back
 * @param giftFen given to charity with purchases of its goods
 */
@Serdeable
record FeedCampaign(
        String slug,
        String title,
        String state,
        boolean paused,
        String startsAt,
        String endsAt,
        long goalGrams,
        long goalFen,
        long grams,
        long fen,
        long giftFen,
        @Nullable String reachedAt) {}
