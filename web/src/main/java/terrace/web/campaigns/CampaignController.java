package terrace.web.campaigns;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Campaigns: what they want, how far they have come, what they sell. */
@Controller(CampaignController.HERE)
@Secured(Access.ANYONE)
class CampaignController {
    static final String HERE = "/campaigns";
    private static final int SECONDS = 5;
    /** Each is several questions to the database. */
    private static final int PAGE_SIZE = 24;

    private final Campaigns campaigns;
    private final CampaignViews views;
    private final CampaignPages prepared;
    private final FactFiles files;
    private final Clock clock;
    private final Pages pages;

    CampaignController(
            Campaigns campaigns,
            CampaignViews views,
            CampaignPages prepared,
            FactFiles files,
            Clock clock,
            Pages pages) {
        this.clock = clock;
        this.campaigns = campaigns;
        this.views = views;
        this.prepared = prepared;
        this.files = files;
        this.pages = pages;
    }

    /** @param after slug of the last one on the page before; of one that is not there, the first page */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String after) {
        List<Campaign> all = CampaignOrder.of(campaigns.all(), clock.now());
        int from = after == null
                ? 0
                : 1 + all.stream().map(Campaign::slug).toList().indexOf(after);
        int to = Math.min(from + PAGE_SIZE, all.size());
        String place = from == 0 ? "" : all.get(from - 1).slug();
        return pages.showPublic(
                visitor,
                "campaigns" + place,
                SECONDS,
                "campaigns/campaigns",
                () -> new CampaignsPage(
                        all.subList(from, to).stream()
                                .map(campaign -> views.of(visitor.language(), campaign, false, null))
                                .toList(),
                        to < all.size() ? HERE + "?after=" + all.get(to - 1).slug() : null,
                        from == 0 ? null : HERE));
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

    record CampaignsPage(
            List<CampaignView> campaigns,
            @Nullable String next,
            @Nullable String first) {}

    record TallyPage(CampaignView campaign) {}
}
