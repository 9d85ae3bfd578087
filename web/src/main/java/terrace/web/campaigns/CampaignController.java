package terrace.web.campaigns;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.shop.Card;
import terrace.web.shop.Cards;
import terrace.web.shop.Crumb;
import terrace.web.shop.Places;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Campaigns: what they want, how far they have come, what they sell. */
@Controller("/campaigns")
@Secured(Access.ANYONE)
class CampaignController {
    static final int GOODS_MAX = 60;
    private static final int SECONDS = 5;
    /** Says in an address that figures shall stand still. */
    private static final String STILL = "no";

    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Listings listings;
    private final Cards cards;
    private final Words words;
    private final Pages pages;

    CampaignController(
            Campaigns campaigns, CampaignViews views, Listings listings, Cards cards, Words words, Pages pages) {
        this.campaigns = campaigns;
        this.views = views;
        this.listings = listings;
        this.cards = cards;
        this.words = words;
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
                        .toList()));
    }

    @Get("/{slug}")
    HttpResponse<?> show(Visitor visitor, String slug, @QueryValue(defaultValue = "") String live) {
        return pages.showPublicIfThere(
                visitor,
                "campaign",
                SECONDS,
                "campaigns/campaign",
                () -> campaigns.bySlug(slug).map(campaign -> page(visitor.language(), campaign, !live.equals(STILL))));
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
                        .map(campaign -> new Tally(views.of(visitor.language(), campaign, true, null))));
    }

    private CampaignPage page(Language language, Campaign campaign, boolean live) {
        List<ListingCard> goods = listings.cardsByIds(
                campaign.listingIds().stream().limit(GOODS_MAX).toList());
        Optional<String> province = goods.stream().findFirst().map(card -> Places.provinceOf(card.countyCode()));
        CampaignView view = views.of(language, campaign, live, province.orElse(null));
        return new CampaignPage(
                view,
                view.story().lines().filter(line -> !line.isBlank()).toList(),
                view.state().equals("OPEN"),
                live ? "/campaigns/" + campaign.slug() + "?live=" + STILL : "/campaigns/" + campaign.slug(),
                List.of(
                        new Crumb(words.say(language, "layout.nav.campaigns"), "/campaigns"),
                        new Crumb(view.title(), null)),
                cards.of(language, goods));
    }

    record CampaignsPage(List<CampaignView> campaigns) {}

    /** @param turn path of this page with live figures stopped, or running again */
    record CampaignPage(
            CampaignView campaign,
            List<String> story,
            boolean open,
            String turn,
            List<Crumb> crumbs,
            List<Card> cards) {}

    record Tally(CampaignView campaign) {}
}
