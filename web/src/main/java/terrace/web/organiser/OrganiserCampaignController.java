package terrace.web.organiser;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.time.Instant;
import java.util.List;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Progress;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.web.buying.Sights;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Campaigns, and how far they have come. */
@Controller("/organiser")
@Secured(Access.ORGANISER)
class OrganiserCampaignController {
    private final Campaigns campaigns;
    private final Clock clock;
    private final Sights sights;
    private final Pages pages;

    OrganiserCampaignController(Campaigns campaigns, Clock clock, Sights sights, Pages pages) {
        this.campaigns = campaigns;
        this.clock = clock;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> home(Visitor visitor) {
        return Pages.seeOther(visitor, "/organiser/campaigns");
    }

    @Get("/campaigns")
    HttpResponse<?> list(Visitor visitor) {
        Instant now = clock.now();
        List<Row> rows = campaigns.all().stream()
                .map(campaign -> row(visitor, campaign, now))
                .toList();
        return pages.show(visitor, "organiser/campaigns", new CampaignsPage(rows));
    }

    private Row row(Visitor visitor, Campaign campaign, Instant now) {
        Progress progress = campaigns.progress(campaign.id());
        boolean english = visitor.language().english();
        return new Row(
                campaign.slug(),
                english ? campaign.titleEn() : campaign.title(),
                english ? campaign.recommendedByEn() : campaign.recommendedBy(),
                stand(campaign, now),
                sights.time(campaign.startsAt()),
                sights.time(campaign.endsAt()),
                jin(progress.grams()),
                jin(campaign.goalGrams()),
                progress.fen(),
                progress.orders(),
                progress.households(),
                campaign.householdsBasis().name(),
                campaign.listingIds().size());
    }

    private static String stand(Campaign campaign, Instant now) {
        return campaign.openAt(now) ? "open" : now.isBefore(campaign.startsAt()) ? "coming" : "over";
    }

    /** Whole 斤: what is begun is not sold. */
    private static long jin(long grams) {
        return Math.floorDiv(grams, Money.GRAMS_PER_JIN);
    }

    /**
     * @param stand open, coming or over; words are at {@code organiser.stand.<stand>}
     * @param basis how the number of households is known; words are at {@code organiser.basis.<basis>}
     */
    record Row(
            String slug,
            String title,
            String recommendedBy,
            String stand,
            String starts,
            String ends,
            long soldJin,
            long goalJin,
            long fen,
            long orders,
            int households,
            String basis,
            int listings) {}

    record CampaignsPage(List<Row> rows) {}
}
