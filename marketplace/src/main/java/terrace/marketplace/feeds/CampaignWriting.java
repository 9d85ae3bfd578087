package terrace.marketplace.feeds;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Sums;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.impact.PublicFacts;
import terrace.marketplace.vault.Token;

/** Writes how campaigns stand: beside facts, and on pages of its own, since states change without facts. */
@Singleton
class CampaignWriting {
    static final String FEED = "terrace.campaigns";
    static final String HEADINGS = "as_of,campaign,title,state,paused,starts_at,ends_at,goal_grams,goal_fen,grams,fen,"
            + "gift_fen,reached_at";

    private static final int VERSION = 1;

    /** Corrections come late; after this they are told by facts alone. */
    private static final Duration TOLD_AFTER_END = Duration.ofDays(60);

    private final Campaigns campaigns;
    private final ObjectMapper json;
    private final Clock clock;

    CampaignWriting(Campaigns campaigns, ObjectMapper json, Clock clock) {
        this.campaigns = campaigns;
        this.json = json;
        this.clock = clock;
    }

    /** As they stand now. */
    List<FeedCampaign> campaigns() {
        return told().map(this::stand).toList();
    }

    /** What was said of them but for what was sold: it moves with each sale, and facts tell of those. */
    String standing() {
        String text = told().map(campaign -> Stream.of(
                                campaign.slug(),
                                campaign.title(),
                                campaign.state(),
                                campaign.paused(),
                                campaign.startsAt(),
                                campaign.endsAt(),
                                campaign.goal(),
                                Objects.requireNonNullElse(campaign.reachedAt(), Instant.EPOCH))
                        .map(Object::toString)
                        .collect(Collectors.joining("\u001f")))
                .sorted()
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Token.hash(text));
    }

    /** A page of them; it moves no receiver on, so that it begins and ends with the fact they stand at. */
    FeedBatch page(String receiver, FeedFormat format, long reached) {
        Instant now = clock.now();
        List<FeedCampaign> all = campaigns();
        byte[] body =
                switch (format) {
                    case CSV -> csv(now, all).getBytes(StandardCharsets.UTF_8);
                    case JSON -> json(new FeedStanding(FEED, VERSION, receiver, now.toString(), all));
                };
        return new FeedBatch(FEED + "/" + VERSION, body, format.mediaType(), reached, reached, 0, false);
    }

    private Stream<Campaign> told() {
        return campaigns.all().stream()
                .filter(campaign -> campaign.endsAt().plus(TOLD_AFTER_END).isAfter(clock.now()));
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
                sums.giftFen(),
                reached == null ? null : reached.toString());
    }

    private static String csv(Instant asOf, List<FeedCampaign> all) {
        return HEADINGS + "\n"
                + all.stream().map(campaign -> row(asOf, campaign) + "\n").collect(Collectors.joining());
    }

    private static String row(Instant asOf, FeedCampaign campaign) {
        return Stream.of(
                        asOf,
                        campaign.slug(),
                        PublicFacts.cell(campaign.title()),
                        campaign.state(),
                        campaign.paused() ? "yes" : "no",
                        campaign.startsAt(),
                        campaign.endsAt(),
                        campaign.goalGrams(),
                        campaign.goalFen(),
                        campaign.grams(),
                        campaign.fen(),
                        campaign.giftFen(),
                        Objects.requireNonNullElse(campaign.reachedAt(), ""))
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    private byte[] json(FeedStanding page) {
        try {
            return json.writeValueAsBytes(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
