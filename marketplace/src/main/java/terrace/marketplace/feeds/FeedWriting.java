package terrace.marketplace.feeds;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Sums;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.impact.Fact;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.PublicFacts;

/** Writes pages of facts; the same numbers give the same facts, however often they are asked for. */
@Singleton
class FeedWriting {
    static final String FEED = "terrace.facts";
    static final int VERSION = 1;

    /** Corrections come late; after this they are told by facts alone. */
    private static final Duration TOLD_AFTER_END = Duration.ofDays(60);

    private final Impact impact;
    private final PublicFacts facts;
    private final Campaigns campaigns;
    private final ObjectMapper json;
    private final Clock clock;

    FeedWriting(Impact impact, PublicFacts facts, Campaigns campaigns, ObjectMapper json, Clock clock) {
        this.impact = impact;
        this.facts = facts;
        this.campaigns = campaigns;
        this.json = json;
        this.clock = clock;
    }

    FeedBatch batch(String receiver, FeedFormat format, long after, int limit) {
        List<Fact> found = impact.after(after, limit + 1);
        boolean more = found.size() > limit;
        List<Fact> page = more ? found.subList(0, limit) : found;
        long last = page.isEmpty() ? after : page.getLast().number();
        byte[] body =
                switch (format) {
                    case CSV -> (PublicFacts.HEADINGS + "\n" + facts.csv(page)).getBytes(StandardCharsets.UTF_8);
                    case JSON ->
                        json(new FeedPage(
                                FEED,
                                VERSION,
                                receiver,
                                after,
                                last,
                                more,
                                page.stream().map(facts::of).toList(),
                                campaigns()));
                };
        return new FeedBatch(body, format.mediaType(), after, last, page.size(), more);
    }

    /** As they stand now: states change without facts, so each page has them all. */
    private List<FeedCampaign> campaigns() {
        return campaigns.all().stream()
                .filter(campaign -> campaign.endsAt().plus(TOLD_AFTER_END).isAfter(clock.now()))
                .map(this::stand)
                .toList();
    }

    private FeedCampaign stand(Campaign campaign) {
        Sums sums = campaigns.tally(campaign.id()).whole();
        Instant reached = campaign.reachedAt();
        return new FeedCampaign(
                campaign.slug(),
                campaign.title(),
                campaign.state().name(),
                campaign.paused(),
                campaign.startsAt().toString(),
                campaign.endsAt().toString(),
                campaign.goal().grams(),
                campaign.goal().fen(),
                sums.grams(),
                sums.fen(),
                reached == null ? null : reached.toString());
    }

    private byte[] json(FeedPage page) {
        try {
            return json.writeValueAsBytes(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
