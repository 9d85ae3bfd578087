package terrace.web.demo.drives;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.marketplace.organising.CampaignChecks;
import terrace.marketplace.organising.CampaignPlan;
import terrace.marketplace.organising.CheckItem;
import terrace.marketplace.organising.NewPlan;
import terrace.marketplace.organising.Organisers;
import terrace.marketplace.organising.Plans;
import terrace.marketplace.organising.Reports;
import terrace.marketplace.organising.Running;
import terrace.marketplace.organising.Saving;
import terrace.orders.promotions.CampaignFunds;
import terrace.orders.promotions.PromoFunds;
import terrace.web.demo.plan.PlannedListing;

/** Writes campaigns, hands them in and checks them, moving the market's clock, so that each state has one. */
@Singleton
public class Drives {
    private static final String OVER = "harvest-first";
    private static final int GOODS_MAX = 60;
    private static final long BUDGET_FEN = 2_000_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final Organisers organisers;
    private final Plans plans;
    private final CampaignChecks checks;
    private final CampaignFunds money;
    private final PromoFunds funds;
    private final Running running;
    private final Reports reports;
    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Clock clock;

    Drives(
            Organisers organisers,
            Plans plans,
            CampaignChecks checks,
            CampaignFunds money,
            PromoFunds funds,
            Running running,
            Reports reports,
            Campaigns campaigns,
            Accounts accounts,
            Clock clock) {
        this.organisers = organisers;
        this.plans = plans;
        this.checks = checks;
        this.money = money;
        this.funds = funds;
        this.running = running;
        this.reports = reports;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Brings what is missing; the ended one once, the others anew each week. Its last goods are those of the merchants
     * of the walk, whom members buy from most.
     *
     * @param organiser signs in for the platform
     * @param partner signs in for a partner organisation
     * @param checker signs in as the operator who checks
     */
    public void bring(
            List<PlannedListing> listings, Set<String> walked, String organiser, String partner, String checker) {
        Organiser platform = organiser(organiser);
        UUID operator = account(checker).id();
        String week = "-" + clock.today().get(IsoFields.WEEK_BASED_YEAR) + "w"
                + clock.today().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        try {
            List<UUID> ofWalk = listings.stream()
                    .filter(listing -> walked.contains(listing.seller().code()))
                    .map(PlannedListing::id)
                    .toList();
            opened(platform, operator, Texts.OVER, OVER, -26, -5, ofWalk);
            List<UUID> north = listings.stream()
                    .filter(listing -> listing.county().matches("6[234].*"))
                    .filter(listing -> !listing.goods().perishable())
                    .map(PlannedListing::id)
                    .limit(GOODS_MAX)
                    .toList();
            opened(organiser(partner), operator, Texts.LIVE, "north-light" + week, -20, 25, north);
            opened(platform, operator, Texts.OPEN, "new-year-goods" + week, 9, 40, List.of());
            written(platform, Texts.CHECKING, "misty-tea" + week, midnight(12), midnight(33))
                    .ifPresent(id -> plans.handIn(platform, id));
        } finally {
            clock.shift(Duration.ZERO);
        }
        begun(platform, Texts.DRAFT, "barley-to-town", midnight(20), midnight(50));
        running.moveOn();
    }

    /** Tells the result of the one that is over; to be called once its orders are counted. */
    public void conclude(String organiser, String checker) {
        Organiser platform = organiser(organiser);
        campaigns
                .bySlug(OVER)
                .filter(over -> over.state() == CampaignState.ENDED)
                .ifPresent(over -> {
                    campaigns.forget(over.id());
                    reports.publish(platform, over.id(), Texts.SUMMARY, Texts.SUMMARY_EN);
                    checks.audit(account(checker).id(), over.id(), Texts.FINDING);
                });
    }

    /** Written and checked some days before its start, with goods from its start on. */
    private void opened(
            Organiser who, UUID operator, Texts texts, String slug, int starts, int ends, List<UUID> goods) {
        if (campaigns.asItStands(id(slug)).isPresent()) {
            return;
        }
        funds.payIn(operator, who.partnerId(), BUDGET_FEN, id("budget of " + slug));
        Instant start = midnight(starts);
        Instant end = midnight(ends);
        if (starts < 0) {
            clock.shift(Duration.between(clock.now(), start.minus(DAY)));
        }
        written(who, texts, slug, start, end).ifPresent(id -> {
            plans.handIn(who, id);
            money.open(operator, id, 1, EnumSet.allOf(CheckItem.class));
            goods.forEach(listing -> campaigns.include(id, listing));
        });
        clock.shift(Duration.ZERO);
    }

    private Optional<UUID> written(Organiser who, Texts texts, String slug, Instant starts, Instant ends) {
        UUID id = id(slug);
        if (!begun(who, texts, slug, starts, ends)) {
            return Optional.empty();
        }
        boolean partner = who.partnerId() != null;
        int half = CampaignBudget.WHOLE / 2;
        Campaign begun = campaigns.asItStands(id).orElseThrow();
        CampaignPlan plan = CampaignPlan.of(begun)
                .aiming(new CampaignGoal(texts.jin() * Money.GRAMS_PER_JIN, 0, 0), texts.households())
                .ruled(
                        new CampaignRules(5, 30, texts.origins(), 20, 10),
                        new CampaignBudget(BUDGET_FEN, 0, partner ? 0 : half, partner ? half : 0, half))
                .told(texts.story(), texts.storyEn(), begun.blocks())
                .held(begun.startsAt(), begun.endsAt(), texts.pavilions());
        return plans.save(who, id, 0, plan)
                .filter(saving -> saving instanceof Saving.Saved)
                .map(saved -> id);
    }

    private boolean begun(Organiser who, Texts texts, String slug, Instant starts, Instant ends) {
        UUID id = id(slug);
        if (campaigns.asItStands(id).isPresent()) {
            return false;
        }
        plans.begin(who, new NewPlan(id, slug, texts.title(), texts.titleEn(), starts, ends));
        return true;
    }

    private Instant midnight(int days) {
        return clock.today().plusDays(days).atStartOfDay(Clock.ZONE).toInstant();
    }

    private Organiser organiser(String signInName) {
        return organisers.of(account(signInName)).orElseThrow();
    }

    private Account account(String signInName) {
        return accounts.bySignInName(signInName).orElseThrow();
    }

    private static UUID id(String slug) {
        return UUID.nameUUIDFromBytes(("demo-campaign:" + slug).getBytes(StandardCharsets.UTF_8));
    }
}
