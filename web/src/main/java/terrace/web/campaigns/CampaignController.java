package terrace.web.campaigns;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Comparator;
import java.util.List;
import terrace.marketplace.campaigns.Campaigns;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Campaigns: what they want, how far they have come, what they sell. */
@Controller("/campaigns")
@Secured(Access.ANYONE)
class CampaignController {
    private static final int SECONDS = 5;

    private final Campaigns campaigns;
    private final CampaignViews views;
    private final CampaignPages prepared;
    private final FactFiles files;
    private final Pages pages;

    CampaignController(Campaigns campaigns, CampaignViews views, CampaignPages prepared, FactFiles files, Pages pages) {
        this.campaigns = campaigns;
        this.views = views;
        this.prepared = prepared;
        this.files = files;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return pages.showPublic(
                visitor,
                "campaigns",
                SECONDS,
                "campaigns/campaigns",
                () -> new CampaignsPage(campaigns.all().stream()
                        .map(campaign -> views.of(visitor.language(), campaign, false, null))
                        .sorted(Comparator.comparing(CampaignController::turn))
                        .toList()));
    }

    @Get("/{slug}")
    HttpResponse<?> show(Visitor visitor, String slug, @QueryValue(defaultValue = "") String live) {
        return pages.showPublicIfThere(
                visitor,
                "campaign",
                SECONDS,
                "campaigns/campaign",
                () -> campaigns
                        .bySlug(slug)
                        .map(campaign ->
                                prepared.of(visitor.language(), campaign, !live.equals(CampaignPages.STILL), false)));
    }

    /** First what one can buy in, then what comes, then what was. */
    private static int turn(CampaignView campaign) {
        return switch (campaign.state()) {
            case "OPEN" -> 0;
            case "PAUSED" -> 1;
            case "UPCOMING" -> 2;
            default -> 3;
        };
    }

    /** Only the figures, for a page that stays open. */
    @Get("/{slug}/progress")
    HttpResponse<?> progress(Visitor visitor, String slug) {
        return pages.showPublicIfThere(
                visitor,
                "progress",
                SECONDS,
                "campaigns/campaign-tally :: tally",
                () -> campaigns
                        .bySlug(slug)
                        .map(campaign -> new TallyPage(views.of(visitor.language(), campaign, true, null))));
    }

    /** Every fact, so that a reader can add up the number on the page. */
    @Get("/{slug}/facts.csv")
    HttpResponse<?> facts(String slug) {
        return campaigns
                .bySlug(slug)
                .<HttpResponse<?>>map(campaign -> FactFiles.csv(slug, files.now(campaign)))
                .orElseGet(HttpResponse::notFound);
    }

    record CampaignsPage(List<CampaignView> campaigns) {}

    record TallyPage(CampaignView campaign) {}
}
