package terrace.marketplace.feeds;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How campaigns stand, as JSON has it: all that run, are to come, or ended of late.
 *
 * @param asOf when it was written; of two pages the later holds
 */
@Serdeable
record FeedStanding(String feed, int version, String receiver, String asOf, List<FeedCampaign> campaigns) {}
