package terrace.marketplace.organising;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** What an organiser says of a campaign that is over, and when; the figures are those that were known then. */
@MappedEntity(value = "campaign_report", schema = "marketplace")
public record CampaignReport(
        @Id UUID campaignId, Instant publishedAt, UUID publishedBy, String summary, String summaryEn) {

    public static final int SUMMARY_CHARACTERS_MIN = 10;
    public static final int SUMMARY_CHARACTERS_MAX = 2_000;
}
