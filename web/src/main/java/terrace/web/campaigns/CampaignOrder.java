package terrace.web.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import terrace.marketplace.campaigns.Campaign;

/**
 * Campaigns as they concern a shopper: first what one can buy in, what ends soonest in front; then what comes, the next
 * one in front; then what was, the last one in front.
 */
final class CampaignOrder {
    private CampaignOrder() {}

    static List<Campaign> of(List<Campaign> campaigns, Instant now) {
        return campaigns.stream()
                .sorted(Comparator.<Campaign>comparingInt(campaign -> turn(campaign, now))
                        .thenComparing(campaign -> distance(campaign, now))
                        .thenComparing(Campaign::slug))
                .toList();
    }

    private static int turn(Campaign campaign, Instant now) {
        return switch (CampaignViews.state(campaign, now)) {
            case "OPEN" -> 0;
            case "PAUSED" -> 1;
            case "UPCOMING" -> 2;
            default -> 3;
        };
    }

    /** To what is told of it: its beginning while it comes, else its end. */
    private static Duration distance(Campaign campaign, Instant now) {
        Instant told = now.isBefore(campaign.startsAt()) ? campaign.startsAt() : campaign.endsAt();
        return Duration.between(now, told).abs();
    }
}
