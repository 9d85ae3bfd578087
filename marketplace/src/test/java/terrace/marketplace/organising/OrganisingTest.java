package terrace.marketplace.organising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBlock;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;

@MicronautTest(transactional = false)
class OrganisingTest {

    private static final long JIN = 500;
    private static final Set<CheckItem> ALL = EnumSet.allOf(CheckItem.class);
    private static final String WHY = "写清楚每位会员的限购";

    @Inject
    Organisers organisers;

    @Inject
    Plans plans;

    @Inject
    CampaignChecks checks;

    @Inject
    Running running;

    @Inject
    Reports reports;

    @Inject
    Campaigns campaigns;

    @Inject
    Accounts accounts;

    @Inject
    Partners partners;

    @Inject
    Recommenders recommenders;

    @Inject
    Clock clock;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    JdbcOperations jdbc;

    private final UUID rice = UUID.randomUUID();
    private Organiser organiser = new Organiser(UUID.randomUUID(), null);
    private UUID operator = UUID.randomUUID();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void people() {
        organiser = organisers.of(account(Role.ORGANISER)).orElseThrow();
        operator = account(Role.OPERATOR).id();
        start = clock.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void a_partners_person_runs_that_partners_campaigns_and_no_others() {
        var person = account(Role.MEMBER);
        assertThat(organisers.of(person)).isEmpty();
        var code = "p-" + UUID.randomUUID();
        var partner = partners.define(new NewPartner(code, "某合作社联盟", "A partner"));
        recommenders.appoint(person.id(), code, "test");
        var theirs = organisers.of(person).orElseThrow();
        var mine = drafted();
        var id = begun(theirs);
        assertThat(campaigns.asItStands(id).orElseThrow().ownerPartnerId()).isEqualTo(partner.id());
        assertThat(plans.of(theirs)).extracting(Campaign::id).containsExactly(id);
        assertThat(organisers.campaign(person, mine)).isEmpty();
        assertThat(plans.save(theirs, mine, 1, plan(mine))).isEmpty();
        assertThat(plans.handIn(theirs, mine)).isEmpty();
        assertThat(plans.save(organiser, id, 0, plan(id))).isEmpty();
    }

    @Test
    void a_draft_is_begun_once_and_nobody_overwrites_what_they_have_not_seen() throws Exception {
        var id = Ids.next();
        var slug = slug();
        var plan = new NewPlan(id, slug, "红米", "Red rice", start, start.plus(Duration.ofDays(5)));
        assertThat(plans.begin(organiser, plan)).isEqualTo(new Saving.Saved(0));
        assertThat(plans.begin(organiser, plan)).isEqualTo(new Saving.Saved(0));
        var other = new NewPlan(Ids.next(), slug, "红米", "Red rice", start, start.plus(Duration.ofDays(5)));
        assertThat(plans.begin(organiser, other)).isEqualTo(new Saving.SlugTaken());
        assertThat(plans.save(organiser, id, 0, plan(id).named(begunSlug(), "甲", "A")))
                .contains(new Saving.SlugTaken());
        Callable<Optional<Saving>> save = () -> plans.save(organiser, id, 0, plan(id));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var saved =
                    threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> save).toList());
            assertThat(saved.stream().map(each -> each.resultNow().orElseThrow()))
                    .containsOnlyOnce(new Saving.Saved(1))
                    .contains(new Saving.ChangedMeanwhile());
        }
        assertThat(plans.gaps(campaigns.asItStands(id).orElseThrow()))
                .contains(Gap.GOAL, Gap.STORY, Gap.STORY_EN)
                .doesNotContain(Gap.START_TOO_SOON);
        assertThat(plans.handIn(organiser, id).orElseThrow()).isInstanceOf(HandingIn.Missing.class);
        assertThat(campaigns.byId(id)).isEmpty();
    }

    @Test
    void somebody_else_checks_every_item_or_gives_it_back_with_a_reason() {
        var id = drafted();
        assertThat(plans.handIn(organiser, id)).contains(new HandingIn.HandedIn());
        assertThat(plans.handIn(organiser, id)).contains(new HandingIn.NoDraft());
        assertThat(plans.save(organiser, id, 1, plan(id))).contains(new Saving.NoDraft());
        assertThat(checks.in(CampaignState.CHECKING)).extracting(Campaign::id).contains(id);
        assertThat(checks.open(organiser.accountId(), id, 1, ALL)).contains(new Checking.OwnWork());
        assertThat(checks.open(operator, id, 1, EnumSet.complementOf(EnumSet.of(CheckItem.PRICES_FAIR))))
                .contains(new Checking.Unticked(Set.of(CheckItem.PRICES_FAIR)));
        assertThat(checks.sendBack(operator, id, 1, Set.of(), " ")).contains(new Checking.NoReason());
        assertThat(checks.sendBack(operator, id, 1, Set.of(CheckItem.GOAL_PLAIN), WHY))
                .contains(new Checking.Decided(CampaignState.DRAFT));
        assertThat(checks.ticked(id)).containsExactly(CheckItem.GOAL_PLAIN);
        assertThat(plans.save(organiser, id, 2, plan(id))).contains(new Saving.Saved(3));
        assertThat(plans.handIn(organiser, id)).contains(new HandingIn.HandedIn());
        assertThat(checks.open(operator, id, 1, ALL)).contains(new Checking.NotWaiting());
        assertThat(checks.open(operator, id, 3, ALL)).contains(new Checking.Decided(CampaignState.OPEN));
        assertThat(checks.open(operator, id, 3, ALL)).contains(new Checking.NotWaiting());
        assertThat(checks.ticked(id)).isEqualTo(ALL);
        assertThat(campaigns.byId(id)).isPresent();
        assertThat(plans.steps(id))
                .extracting(CampaignStep::act)
                .containsExactly(Act.OPENED, Act.HANDED_IN, Act.RETURNED, Act.HANDED_IN, Act.CREATED);
    }

    @Test
    void the_database_lets_nobody_skip_a_state_change_what_was_checked_or_check_their_own() {
        var id = opened();
        refusedBySql("update marketplace.campaign set goal_grams = 1 where id = ?", id, "stays as it is");
        refusedBySql("update marketplace.campaign set state = 'AUDITED' where id = ?", id, "no campaign goes from");
        refusedBySql(
                "update marketplace.campaign set checked_by = made_by where id = ?", id, "campaign_checked_by_another");
        refusedBySql("delete from marketplace.campaign_step where campaign_id = ?", id, "permission denied");
    }

    @Test
    void time_starts_and_ends_it_and_facts_say_when_it_was_reached() {
        var id = opened();
        campaigns.include(id, rice);
        campaigns.include(id, rice);
        running.moveOn();
        assertThat(state(id)).isEqualTo(CampaignState.OPEN);
        at(start.plusSeconds(60));
        running.moveOn();
        running.moveOn();
        assertThat(state(id)).isEqualTo(CampaignState.LIVE);
        assertThat(campaigns.countSale(sale("a", CampaignSale.Kind.SOLD, 60, 100)))
                .isTrue();
        assertThat(campaigns.countSale(sale("a", CampaignSale.Kind.RETURNED, 50, 200)))
                .isTrue();
        assertThat(campaigns.countSale(sale("b", CampaignSale.Kind.SOLD, 60, 300)))
                .isTrue();
        running.moveOn();
        assertThat(campaigns.asItStands(id).orElseThrow().reachedAt()).isNull();
        assertThat(campaigns.countSale(sale("c", CampaignSale.Kind.SOLD, 40, 400)))
                .isTrue();
        running.moveOn();
        assertThat(campaigns.asItStands(id).orElseThrow().reachedAt()).isEqualTo(start.plusSeconds(400));
        assertThat(campaigns.countSale(sale("c", CampaignSale.Kind.RETURNED, 40, 500)))
                .isTrue();
        at(start.plus(Duration.ofDays(6)));
        running.moveOn();
        assertThat(state(id)).isEqualTo(CampaignState.ENDED);
        assertThat(campaigns.asItStands(id).orElseThrow().reachedAt()).isNotNull();
        assertThat(plans.steps(id).stream().map(CampaignStep::act))
                .startsWith(Act.ENDED, Act.REACHED, Act.STARTED, Act.OPENED);
    }

    @Test
    void while_it_is_paused_nothing_counts_for_it() {
        var id = opened();
        campaigns.include(id, rice);
        assertThat(running.pause(operator, id, "页面有误，先停")).isEqualTo(new Halting.NotNow());
        at(start.plusSeconds(100));
        running.moveOn();
        assertThat(running.pause(operator, id, "")).isEqualTo(new Halting.NoReason());
        assertThat(running.pause(operator, id, "页面有误，先停")).isEqualTo(new Halting.Done());
        assertThat(running.pause(operator, id, "页面有误，先停")).isEqualTo(new Halting.NotNow());
        assertThat(campaigns.byId(id).orElseThrow().paused()).isTrue();
        assertThat(campaigns.open(clock.now())).extracting(Campaign::id).doesNotContain(id);
        at(start.plusSeconds(300));
        assertThat(running.resume(operator, id, "改好了，继续")).isEqualTo(new Halting.Done());
        assertThat(running.resume(operator, id, "改好了，继续")).isEqualTo(new Halting.NotNow());
        assertThat(campaigns.countSale(sale("in-the-pause", CampaignSale.Kind.SOLD, 1, 200)))
                .isFalse();
        assertThat(campaigns.countSale(sale("before", CampaignSale.Kind.SOLD, 1, 90)))
                .isTrue();
        assertThat(campaigns.countSale(sale("after", CampaignSale.Kind.SOLD, 1, 400)))
                .isTrue();
    }

    @Test
    void what_a_listing_sold_before_it_left_counts_even_when_it_is_told_later() {
        var id = opened();
        campaigns.include(id, rice);
        at(start.plusSeconds(200));
        campaigns.exclude(id, rice);
        assertThat(campaigns.asItStands(id).orElseThrow().listingIds()).isEmpty();
        at(start.plusSeconds(500));
        assertThat(campaigns.countSale(sale("late", CampaignSale.Kind.SOLD, 1, 100)))
                .isTrue();
        assertThat(campaigns.countSale(sale("gone", CampaignSale.Kind.SOLD, 1, 400)))
                .isFalse();
    }

    @Test
    void a_budget_is_never_promised_beyond_itself() throws Exception {
        var id = opened();
        Callable<Integer> reserve = () -> (int) IntStream.range(0, 5)
                .filter(i -> campaigns.reserve(id, "enrolment:" + UUID.randomUUID(), 10_000))
                .count();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var made = threads.invokeAll(List.of(reserve, reserve, reserve, reserve));
            assertThat(made.stream().mapToInt(each -> each.resultNow()).sum()).isEqualTo(10);
        }
        assertThat(campaigns.asItStands(id).orElseThrow().budget().leftFen()).isZero();
    }

    @Test
    void what_was_reserved_is_reserved_once_and_can_be_given_back() {
        var id = opened();
        assertThat(campaigns.reserve(id, "enrolment:one" + id, 100_000)).isTrue();
        assertThat(campaigns.reserve(id, "enrolment:one" + id, 100_000)).isTrue();
        assertThat(campaigns.reserve(id, "enrolment:two" + id, 1)).isFalse();
        campaigns.release(id, "enrolment:one" + id);
        campaigns.release(id, "enrolment:one" + id);
        assertThat(campaigns.asItStands(id).orElseThrow().budget().reservedFen())
                .isZero();
    }

    @Test
    void a_result_is_published_once_after_the_end_and_corrected_beside_it() {
        var id = opened();
        campaigns.include(id, rice);
        assertThat(reports.publish(organiser, id, "太早了太早了太早了太早了", "Too early, much too early"))
                .contains(new Publishing.NotOver());
        at(start.plusSeconds(60));
        running.moveOn();
        assertThat(campaigns.countSale(sale("x", CampaignSale.Kind.SOLD, 60, 30)))
                .isTrue();
        at(start.plus(Duration.ofDays(6)));
        running.moveOn();
        assertThat(reports.publish(organiser, id, "短", "Sixty jin were sold in five days."))
                .contains(new Publishing.WordsWrong(true, false));
        assertThat(reports.publish(organiser, id, "五天里卖出了六十斤红米。", "Sixty jin were sold in five days."))
                .contains(new Publishing.Published());
        assertThat(reports.publish(organiser, id, "五天里卖出了六百斤红米。", "Six hundred jin were sold."))
                .contains(new Publishing.PublishedBefore());
        var report = reports.of(id).orElseThrow();
        at(start.plus(Duration.ofDays(7)));
        assertThat(campaigns.countSale(sale("x", CampaignSale.Kind.RETURNED, 20, 7 * 86_400)))
                .isTrue();
        campaigns.forget(id);
        var whole = campaigns.tally(id).whole();
        assertThat(whole.grams()).isEqualTo(40 * JIN);
        assertThat(whole.lateGrams()).isEqualTo(20 * JIN);
        assertThat(reports.corrections(id))
                .singleElement()
                .satisfies(day -> assertThat(day.returnedGrams()).isEqualTo(20 * JIN));
        assertThat(reports.facts(id, report.publishedAt())).hasSize(1);
        assertThat(reports.facts(id, clock.now()).stream()
                        .mapToLong(fact -> fact.returned() ? -fact.grams() : fact.grams())
                        .sum())
                .isEqualTo(40 * JIN);
        assertThat(running.note(organiser.accountId(), id, "一批包装破损，已退款")).isEqualTo(new Halting.Done());
        assertThat(checks.audit(organiser.accountId(), id, "看过了看过了")).contains(new Checking.OwnWork());
        assertThat(checks.audit(operator, id, "与订单核对一致")).contains(new Checking.Decided(CampaignState.AUDITED));
        assertThat(checks.audit(operator, id, "与订单核对一致")).contains(new Checking.NotWaiting());
    }

    private UUID opened() {
        var id = drafted();
        assertThat(plans.handIn(organiser, id)).contains(new HandingIn.HandedIn());
        assertThat(checks.open(operator, id, 1, ALL)).contains(new Checking.Decided(CampaignState.OPEN));
        return id;
    }

    /** Goal 100 斤, budget 1,000 yuan, five days from {@link #start}. */
    private UUID drafted() {
        var id = begun(organiser);
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

    private UUID begun(Organiser who) {
        var id = Ids.next();
        assertThat(plans.begin(who, new NewPlan(id, slug(), "红米", "Red rice", start, start.plus(Duration.ofDays(5)))))
                .isEqualTo(new Saving.Saved(0));
        return id;
    }

    private String begunSlug() {
        return campaigns.asItStands(begun(organiser)).orElseThrow().slug();
    }

    private CampaignPlan plan(UUID id) {
        return CampaignPlan.of(campaigns.asItStands(id).orElseThrow());
    }

    private CampaignState state(UUID id) {
        return campaigns.asItStands(id).orElseThrow().state();
    }

    private CampaignSale sale(String order, CampaignSale.Kind kind, long jin, long secondsAfterStart) {
        return new CampaignSale(
                rice + order, kind, 1, rice, jin * JIN, jin * 1_250, start.plusSeconds(secondsAfterStart));
    }

    private void at(Instant moment) {
        clock.shift(Duration.ZERO);
        clock.shift(Duration.between(clock.now(), moment));
    }

    private void refusedBySql(String sql, UUID id, String with) {
        assertThatThrownBy(() -> transactions.executeWrite(
                        status -> jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
                            statement.setObject(1, id);
                            return statement.executeUpdate();
                        })))
                .hasStackTraceContaining(with);
    }

    private Account account(Role role) {
        var made = accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "某某", Set.of(role));
        return ((Registration.Registered) made).account();
    }

    private static String slug() {
        return "c-" + UUID.randomUUID();
    }
}
