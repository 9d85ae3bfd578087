package terrace.web.campaigns;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.centres.Centres;
import terrace.marketplace.centres.Fair;
import terrace.marketplace.coupons.Batch;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.organising.Act;
import terrace.marketplace.organising.CampaignStep;
import terrace.marketplace.organising.Plans;
import terrace.marketplace.organising.Reports;
import terrace.marketplace.pavilions.Pavilion;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Cards;
import terrace.web.shop.Crumb;
import terrace.web.shop.Places;

/** Makes a campaign's page of the blocks its organiser chose. */
@Singleton
public class CampaignPages {
    static final int GOODS_MAX = 60;
    private static final int FAIRS_MAX = 6;
    private static final long WHOLE_BAR = 1_000;
    /** Says in an address that figures shall stand still. */
    static final String STILL = "no";

    private final CampaignViews views;
    private final CampaignTerms terms;
    private final Origins origins;
    private final Plans plans;
    private final Reports reports;
    private final Coupons coupons;
    private final Centres centres;
    private final Listings listings;
    private final Cards cards;
    private final Words words;

    CampaignPages(
            CampaignViews views,
            CampaignTerms terms,
            Origins origins,
            Plans plans,
            Reports reports,
            Coupons coupons,
            Centres centres,
            Listings listings,
            Cards cards,
            Words words) {
        this.views = views;
        this.terms = terms;
        this.origins = origins;
        this.plans = plans;
        this.reports = reports;
        this.coupons = coupons;
        this.centres = centres;
        this.listings = listings;
        this.cards = cards;
        this.words = words;
    }

    public CampaignPage of(Language language, Campaign campaign, boolean live, boolean preview) {
        List<ListingCard> goods = listings.cardsByIds(
                campaign.listingIds().stream().limit(GOODS_MAX).toList());
        Optional<String> province = goods.stream().findFirst().map(card -> Places.provinceOf(card.countyCode()));
        CampaignView view = views.of(language, campaign, live, province.orElse(null));
        String path = "/campaigns/" + campaign.slug();
        boolean runs = view.state().equals("OPEN") && !preview;
        return new CampaignPage(
                view,
                view.story().lines().filter(line -> !line.isBlank()).toList(),
                campaign.paused() ? whyPaused(campaign) : null,
                campaign.blocks().stream().map(Enum::name).toList(),
                parts(language, campaign),
                terms.rules(language, campaign),
                terms.borne(language, campaign),
                runs ? live ? path + "?live=" + STILL : path : null,
                reports.of(campaign.id()).isPresent() ? path + "/report" : null,
                preview,
                coupons(language, campaign),
                fairs(language, campaign),
                List.of(
                        new Crumb(words.say(language, "layout.nav.campaigns"), "/campaigns"),
                        new Crumb(view.title(), null)),
                cards.of(language, goods));
    }

    private List<CampaignPage.Coupon> coupons(Language language, Campaign campaign) {
        return coupons.ofCampaign(campaign.slug()).stream()
                .map(Batch::terms)
                .map(terms -> new CampaignPage.Coupon(
                        language.english() ? terms.titleEn() : terms.title(),
                        terms.faceFen(),
                        CampaignViews.moment(terms.opensAt()),
                        CampaignViews.moment(terms.endsAt())))
                .toList();
    }

    /** Those of its pavilions that are not over. */
    private List<CampaignPage.Event> fairs(Language language, Campaign campaign) {
        return campaign.pavilionCodes().stream()
                .flatMap(code -> centres.fairs(code).stream())
                .sorted(Comparator.comparing(Fair::firstDay))
                .limit(FAIRS_MAX)
                .map(fair -> new CampaignPage.Event(
                        language.english() ? fair.nameEn() : fair.name(),
                        fair.street(),
                        fair.firstDay().equals(fair.lastDay())
                                ? fair.firstDay().toString()
                                : fair.firstDay() + " – " + fair.lastDay()))
                .toList();
    }

    /** The parts by pavilion, the largest bar full. */
    public List<CampaignPage.Part> parts(Language language, Campaign campaign) {
        List<Origins.Part> parts = origins.of(campaign).parts();
        long largest =
                Math.max(1, parts.stream().mapToLong(Origins.Part::grams).max().orElse(1));
        return parts.stream()
                .map(part -> new CampaignPage.Part(
                        name(language, part.pavilion()),
                        part.pavilion() == null
                                ? null
                                : "/pavilions/" + part.pavilion().code(),
                        CampaignViews.exactJin(language, part.grams()),
                        CampaignViews.exactYuan(language, part.fen()),
                        Math.clamp(part.grams() * WHOLE_BAR / largest, 0, WHOLE_BAR)))
                .toList();
    }

    private String name(Language language, @Nullable Pavilion pavilion) {
        return pavilion == null
                ? words.say(language, "campaigns.part.rest")
                : language.english() ? pavilion.nameEn() : pavilion.name();
    }

    private String whyPaused(Campaign campaign) {
        return plans.steps(campaign.id()).stream()
                .filter(step -> step.act() == Act.PAUSED)
                .findFirst()
                .map(CampaignStep::note)
                .orElse("");
    }
}
