package terrace.marketplace.feeds;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import terrace.marketplace.impact.PublicFact;

/**
 * Some facts in the order of their numbers, as JSON has them.
 *
 * @param after what came before: the last number of the page before this one
 * @param last the number to ask for the next page with
 * @param more whether there are further facts already
 * @param campaigns how those stand that run, are to come, or ended of late
 */
@Serdeable
record FeedPage(
        String feed,
        int version,
        String receiver,
        long after,
        long last,
        boolean more,
        List<PublicFact> facts,
        List<FeedCampaign> campaigns) {}
