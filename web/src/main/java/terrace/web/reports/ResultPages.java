package terrace.web.reports;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Sums;
import terrace.marketplace.organising.Act;
import terrace.marketplace.organising.CampaignReport;
import terrace.marketplace.organising.CampaignStep;
import terrace.marketplace.organising.DaySum;
import terrace.marketplace.organising.Plans;
import terrace.marketplace.organising.Reports;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.web.campaigns.CampaignPages;
import terrace.web.campaigns.CampaignTerms;
import terrace.web.campaigns.CampaignView;
import terrace.web.campaigns.CampaignViews;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Crumb;

/** Gathers what a published result tells. */
@Singleton
class ResultPages {
    private final Campaigns campaigns;
    private final Reports reports;
    private final Plans plans;
    private final Partners partners;
    private final CampaignViews views;
    private final CampaignPages campaignPages;
    private final CampaignTerms terms;
    private final Words words;

    ResultPages(
            Campaigns campaigns,
            Reports reports,
            Plans plans,
            Partners partners,
            CampaignViews views,
            CampaignPages campaignPages,
            CampaignTerms terms,
            Words words) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.plans = plans;
        this.partners = partners;
        this.views = views;
        this.campaignPages = campaignPages;
        this.terms = terms;
        this.words = words;
    }

    /** A campaign whose result is published, with it. */
    record Told(Campaign campaign, CampaignReport report) {}

    Optional<Told> told(String slug) {
        return campaigns
                .bySlug(slug)
                .flatMap(campaign -> reports.of(campaign.id()).map(report -> new Told(campaign, report)));
    }

    ResultPage page(Language language, Told told) {
        Campaign campaign = told.campaign();
        CampaignReport report = told.report();
        CampaignView view = views.of(language, campaign, false, null);
        List<CampaignStep> steps = plans.steps(campaign.id());
        Instant published = report.publishedAt();
        return new ResultPage(
                campaign.slug(),
                view.title(),
                owner(language, campaign),
                CampaignViews.moment(campaign.startsAt()) + " – " + CampaignViews.moment(campaign.endsAt()),
                CampaignViews.moment(published),
                view.summary(),
                view.reached(),
                notes(steps, Act.AUDITED).stream().findFirst().orElse(null),
                (language.english() ? report.summaryEn() : report.summary())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                figures(language, reports.sums(campaign.id(), published)),
                figures(language, campaigns.tally(campaign.id()).whole()),
                view.helped(),
                view.helpedBasis(),
                view.households(),
                view.basis(),
                view.counties(),
                campaignPages.parts(language, campaign),
                days(language, reports.days(campaign.id())),
                days(language, reports.corrections(campaign.id())),
                notes(steps, Act.NOTED),
                terms.rules(language, campaign),
                List.of(
                        new Crumb(words.say(language, "layout.nav.campaigns"), "/campaigns"),
                        new Crumb(view.title(), "/campaigns/" + campaign.slug()),
                        new Crumb(words.say(language, "campaigns.result"), null)));
    }

    private String owner(Language language, Campaign campaign) {
        Partner owner = campaign.ownerPartnerId() == null ? null : partner(campaign);
        return owner == null
                ? words.say(language, "organiser.platform")
                : language.english() ? owner.nameEn() : owner.name();
    }

    private @Nullable Partner partner(Campaign campaign) {
        return campaign.ownerPartnerId() == null
                ? null
                : partners.byIds(Set.of(campaign.ownerPartnerId())).get(campaign.ownerPartnerId());
    }

    private static ResultPage.Figures figures(Language language, Sums sums) {
        return new ResultPage.Figures(
                CampaignViews.exactJin(language, sums.grams()),
                CampaignViews.exactYuan(language, sums.fen()),
                CampaignViews.number(language, sums.orders()),
                CampaignViews.exactJin(language, sums.returnedGrams()),
                CampaignViews.exactYuan(language, sums.giftFen()));
    }

    private static List<ResultPage.Day> days(Language language, List<DaySum> days) {
        return days.stream()
                .map(day -> new ResultPage.Day(
                        day.day().toString(),
                        CampaignViews.exactJin(language, day.grams()),
                        CampaignViews.exactYuan(language, day.fen()),
                        CampaignViews.number(language, day.orders()),
                        CampaignViews.exactJin(language, day.returnedGrams()),
                        CampaignViews.exactYuan(language, day.returnedFen())))
                .toList();
    }

    private static List<ResultPage.Note> notes(List<CampaignStep> newestFirst, Act act) {
        return newestFirst.reversed().stream()
                .filter(step -> step.act() == act)
                .map(step -> new ResultPage.Note(CampaignViews.moment(step.at()), step.note()))
                .toList();
    }
}
