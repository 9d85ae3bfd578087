package terrace.web.organiser;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Sums;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.organising.Act;
import terrace.marketplace.organising.CampaignStep;
import terrace.marketplace.organising.DaySum;
import terrace.marketplace.organising.Extensions;
import terrace.marketplace.organising.Plans;
import terrace.marketplace.organising.Reports;
import terrace.orders.promotions.CampaignFunds;
import terrace.web.campaigns.CampaignPages;
import terrace.web.campaigns.CampaignTerms;
import terrace.web.campaigns.CampaignView;
import terrace.web.campaigns.CampaignViews;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Gathers what an organiser wants to see of their campaigns. */
@Singleton
class BoardPages {
    private static final String HERE = "/organiser/campaigns/";
    private static final long WHOLE_BAR = 1_000;
    /** A budget this far gone is said. */
    private static final long BAR_WARNS = 900;

    private final Plans plans;
    private final Extensions extensions;
    private final Reports reports;
    private final Campaigns campaigns;
    private final CampaignViews views;
    private final CampaignPages campaignPages;
    private final CampaignTerms terms;
    private final GoodsAtRisk goodsAtRisk;
    private final CampaignFunds funds;
    private final Clock clock;
    private final Words words;

    BoardPages(
            Plans plans,
            Extensions extensions,
            Reports reports,
            Campaigns campaigns,
            CampaignViews views,
            CampaignPages campaignPages,
            CampaignTerms terms,
            GoodsAtRisk goodsAtRisk,
            CampaignFunds funds,
            Clock clock,
            Words words) {
        this.plans = plans;
        this.extensions = extensions;
        this.reports = reports;
        this.campaigns = campaigns;
        this.views = views;
        this.campaignPages = campaignPages;
        this.terms = terms;
        this.goodsAtRisk = goodsAtRisk;
        this.funds = funds;
        this.clock = clock;
        this.words = words;
    }

    /**
     * @param state words are at {@code organiser.state.<state>}
     * @param summary null while nobody knows of it
     */
    record Row(
            String id,
            String title,
            String state,
            boolean paused,
            String starts,
            String ends,
            @Nullable String summary,
            long bar,
            boolean reached) {}

    record CampaignsPage(List<Row> rows) {}

    /** @param pace what will become of it, null when nothing can be told */
    record WallboardPage(
            CampaignView campaign, String id, @Nullable String pace) {}

    CampaignsPage list(Language language, List<Campaign> own) {
        return new CampaignsPage(
                own.stream().map(campaign -> row(language, campaign)).toList());
    }

    WallboardPage wallboard(Language language, Campaign campaign, boolean live) {
        return new WallboardPage(
                views.of(language, campaign, live, null),
                campaign.id().toString(),
                told(language, campaign, clock.now()).pace());
    }

    BoardPage board(Language language, Campaign campaign, Form form, @Nullable String done) {
        Instant now = clock.now();
        CampaignState state = campaign.state();
        List<CampaignStep> history = plans.steps(campaign.id());
        boolean draft = state == CampaignState.DRAFT;
        List<GoodsAtRisk.Good> goods = state.announced() ? goodsAtRisk.of(campaign) : List.of();
        Told told = told(language, campaign, now);
        return new BoardPage(
                campaign.id().toString(),
                campaign.slug(),
                language.english() ? campaign.titleEn() : campaign.title(),
                state.name(),
                CampaignViews.moment(campaign.startsAt()),
                CampaignViews.moment(campaign.endsAt()),
                draft ? ways(language, campaign) : List.of(),
                draft ? plans.gaps(campaign).stream().map(Enum::name).toList() : List.of(),
                draft ? last(history, Act.RETURNED) : null,
                views.of(language, campaign, true, null),
                told.pace(),
                notices(language, campaign, goods, told),
                budget(language, campaign),
                terms.rules(language, campaign),
                goods,
                state.announced() ? campaignPages.parts(language, campaign) : List.of(),
                state.announced() ? days(language, reports.days(campaign.id())) : List.of(),
                state.over() ? days(language, reports.corrections(campaign.id())) : List.of(),
                history.reversed().stream().map(step -> mark(language, step)).toList(),
                state.announced(),
                state.over(),
                campaign.paused(),
                state.announced() && !campaign.paused() && campaign.openAt(now),
                reports.of(campaign.id()).isPresent() ? "/campaigns/" + campaign.slug() + "/report" : null,
                extension(campaign),
                form,
                done);
    }

    private @Nullable ExtensionSight extension(Campaign campaign) {
        return extensions.askable(campaign)
                ? extensions
                        .waiting(campaign.id())
                        .map(waiting -> new ExtensionSight(
                                waiting.id().toString(), CampaignViews.moment(waiting.endsAt()), waiting.reason()))
                        .orElseGet(() -> new ExtensionSight(Ids.next().toString(), null, ""))
                : null;
    }

    private Row row(Language language, Campaign campaign) {
        boolean announced = campaign.state().announced();
        var view = views.of(language, campaign, false, null);
        return new Row(
                campaign.id().toString(),
                view.title(),
                campaign.state().name(),
                campaign.paused(),
                CampaignViews.moment(campaign.startsAt()),
                CampaignViews.moment(campaign.endsAt()),
                announced ? view.summary() : null,
                view.bar(),
                campaign.reachedAt() != null);
    }

    private List<BoardPage.Way> ways(Language language, Campaign campaign) {
        return Arrays.stream(PlanStep.values())
                .map(step -> new BoardPage.Way(
                        words.say(language, "organiser.plan.step." + step.path()),
                        HERE + campaign.id() + "/plan/" + step.path()))
                .toList();
    }

    /** @param behind whether it will not come to its goal in time */
    private record Told(@Nullable String pace, boolean behind) {}

    private Told told(Language language, Campaign campaign, Instant now) {
        CampaignGoal goal = campaign.goal();
        if (!campaign.openAt(now) || goal.leading() == CampaignGoal.Measure.HOUSEHOLDS) {
            return new Told(null, false);
        }
        Sums sums = campaigns.tally(campaign.id()).whole();
        boolean grams = goal.leading() == CampaignGoal.Measure.GRAMS;
        long wanted = grams ? goal.grams() : goal.fen();
        Pace pace = Pace.of(campaign.startsAt(), campaign.endsAt(), now, grams ? sums.grams() : sums.fen(), wanted);
        if (pace == null) {
            return new Told(null, false);
        }
        String atEnd = grams ? CampaignViews.jin(language, pace.atEnd()) : CampaignViews.yuan(language, pace.atEnd());
        String unit = words.say(language, grams ? "campaigns.jin" : "campaigns.yuan.unit");
        if (pace.atEnd() >= wanted && pace.reachedOn() != null) {
            String day = clock.dayOf(pace.reachedOn()).toString();
            return new Told(words.say(language, "organiser.pace.good", day, atEnd, unit), false);
        }
        return new Told(words.say(language, "organiser.pace.behind", atEnd, unit), true);
    }

    private List<BoardPage.Notice> notices(
            Language language, Campaign campaign, List<GoodsAtRisk.Good> goods, Told told) {
        List<BoardPage.Notice> notices = new ArrayList<>();
        if (campaign.paused()) {
            notices.add(new BoardPage.Notice("warn", words.say(language, "organiser.notice.paused")));
        }
        if (campaign.state().announced() && !campaign.state().over()) {
            long risky = goods.stream()
                    .filter(good -> good.risk() != GoodsAtRisk.Risk.FINE)
                    .count();
            if (goods.isEmpty()) {
                notices.add(new BoardPage.Notice("warn", words.say(language, "organiser.notice.no-goods")));
            } else if (risky > 0) {
                notices.add(new BoardPage.Notice("warn", words.say(language, "organiser.notice.risk", risky)));
            }
            if (bar(campaign.budget()) >= BAR_WARNS) {
                notices.add(new BoardPage.Notice("warn", words.say(language, "organiser.notice.budget")));
            }
        }
        if (told.behind()) {
            notices.add(new BoardPage.Notice("warn", words.say(language, "organiser.notice.behind")));
        }
        return List.copyOf(notices);
    }

    private BoardPage.Budget budget(Language language, Campaign campaign) {
        CampaignBudget budget = campaign.budget();
        return new BoardPage.Budget(
                budget.fen(),
                budget.reservedFen(),
                budget.leftFen(),
                budget.funded() ? funds.spentFen(campaign.id()) : 0,
                bar(budget),
                terms.borne(language, campaign));
    }

    private static long bar(CampaignBudget budget) {
        return budget.fen() == 0 ? 0 : budget.reservedFen() * WHOLE_BAR / budget.fen();
    }

    private static List<BoardPage.Day> days(Language language, List<DaySum> days) {
        return days.stream()
                .map(day -> new BoardPage.Day(
                        day.day().toString(),
                        CampaignViews.exactJin(language, day.grams()),
                        day.fen(),
                        day.orders(),
                        CampaignViews.exactJin(language, day.returnedGrams()),
                        day.returnedFen()))
                .toList();
    }

    private BoardPage.Mark mark(Language language, CampaignStep step) {
        return new BoardPage.Mark(
                words.say(language, "organiser.act." + step.act()),
                CampaignViews.moment(step.at()),
                step.note().isEmpty() ? null : step.note(),
                true,
                false);
    }

    private static @Nullable String last(List<CampaignStep> newestFirst, Act act) {
        return newestFirst.stream()
                .filter(step -> step.act() == act)
                .findFirst()
                .map(CampaignStep::note)
                .orElse(null);
    }
}
