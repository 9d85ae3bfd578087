package terrace.marketplace.organising;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.CampaignBlock;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** Brings campaigns as far as a test wants them. */
@Singleton
class Workshop {

    static final long JIN = 500;
    static final Set<CheckItem> ALL = EnumSet.allOf(CheckItem.class);

    private final Plans plans;
    private final CampaignChecks checks;
    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Clock clock;

    Workshop(Plans plans, CampaignChecks checks, Campaigns campaigns, Accounts accounts, Clock clock) {
        this.plans = plans;
        this.checks = checks;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** In two days, to the second. */
    Instant start() {
        return clock.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
    }

    Account account(Role role) {
        var made = accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "某某", Set.of(role));
        return ((Registration.Registered) made).account();
    }

    UUID opened(Organiser organiser, UUID operator, Instant start) {
        var id = drafted(organiser, start);
        assertThat(plans.handIn(organiser, id)).contains(new HandingIn.HandedIn());
        assertThat(checks.open(operator, id, 1, ALL)).contains(new Checking.Decided(CampaignState.OPEN));
        return id;
    }

    /** Goal 100 斤, budget 1,000 yuan, five days. */
    UUID drafted(Organiser organiser, Instant start) {
        var id = begun(organiser, start);
        var story = "哈尼梯田的红米差一点没人种了，这是第一批新米，卖完就能保住明年的秧。";
        var storyEn = "The red rice of the Hani terraces was nearly given up.";
        var whole = plan(id).aiming(new CampaignGoal(100 * JIN, 0, 0), 450)
                .ruled(
                        new CampaignRules(10, 30, List.of("5325"), 20, 50),
                        new CampaignBudget(100_000, 0, CampaignBudget.WHOLE, 0, 0))
                .told(story, storyEn, List.of(CampaignBlock.PROGRESS, CampaignBlock.STORY));
        assertThat(plans.save(organiser, id, 0, whole)).contains(new Saving.Saved(1));
        var saved = campaigns.asItStands(id).orElseThrow();
        assertThat(CampaignPlan.of(saved)).isEqualTo(whole);
        assertThat(saved.rules().comesFrom("532529")).isTrue();
        assertThat(saved.rules().comesFrom("360726")).isFalse();
        return id;
    }

    UUID begun(Organiser who, Instant start) {
        var id = Ids.next();
        assertThat(plans.begin(who, new NewPlan(id, slug(), "红米", "Red rice", start, start.plus(Duration.ofDays(5)))))
                .isEqualTo(new Saving.Saved(0));
        return id;
    }

    CampaignPlan plan(UUID id) {
        return CampaignPlan.of(campaigns.asItStands(id).orElseThrow());
    }

    static String slug() {
        return "c-" + UUID.randomUUID();
    }
}
