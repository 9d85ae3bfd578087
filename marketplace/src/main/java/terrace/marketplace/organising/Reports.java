package terrace.marketplace.organising;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.campaigns.Sums;

/** What is told of campaigns: their facts at any time, their days, and the report once they are over. */
@Singleton
public class Reports {

    /** More in one file is nothing to add up by hand. */
    public static final int FACTS_MAX = 200_000;

    private final ReportRepository reports;
    private final Plans steps;
    private final Campaigns campaigns;

    Reports(ReportRepository reports, Plans steps, Campaigns campaigns) {
        this.reports = reports;
        this.steps = steps;
        this.campaigns = campaigns;
    }

    public Optional<CampaignReport> of(UUID campaignId) {
        return reports.of(campaignId);
    }

    /** Publishes it for good; empty for a campaign that is not this organiser's. */
    @Transactional
    public Optional<Publishing> publish(Organiser organiser, UUID campaignId, String summary, String summaryEn) {
        return campaigns.asItStands(campaignId).filter(organiser::runs).map(campaign -> {
            if (!campaign.state().over()) {
                return new Publishing.NotOver();
            }
            boolean chinese = good(summary);
            boolean english = good(summaryEn);
            if (!chinese || !english) {
                return new Publishing.WordsWrong(!chinese, !english);
            }
            if (reports.publish(campaignId, organiser.accountId(), summary.strip(), summaryEn.strip()) == 0) {
                return new Publishing.PublishedBefore();
            }
            steps.did(organiser.accountId(), campaignId, Act.PUBLISHED, "");
            return new Publishing.Published();
        });
    }

    /** Every fact known at a moment, by order, at most {@value #FACTS_MAX}: whoever adds them up gets the figures. */
    public List<CampaignFact> facts(UUID campaignId, Instant until) {
        return reports.facts(campaignId, until, FACTS_MAX);
    }

    /** What was given to charity with its purchases, as known at a moment; its sum is the figure of gifts. */
    public List<CampaignGift> gifts(UUID campaignId, Instant until) {
        return reports.gifts(campaignId, until, FACTS_MAX);
    }

    /** What those facts add up to. */
    public Sums sums(UUID campaignId, Instant until) {
        return reports.sums(campaignId, until);
    }

    /** By business day, the first in front. */
    public List<DaySum> days(UUID campaignId) {
        return reports.days(campaignId);
    }

    /** What came back after the end, by business day: it lowers the result, and is told beside it. */
    public List<DaySum> corrections(UUID campaignId) {
        return reports.corrections(campaignId);
    }

    private static boolean good(String summary) {
        int characters = summary.strip().length();
        return characters >= CampaignReport.SUMMARY_CHARACTERS_MIN
                && characters <= CampaignReport.SUMMARY_CHARACTERS_MAX;
    }
}
