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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;

/** Writing and checking. */
@MicronautTest(transactional = false)
class OrganisingTest {

    private static final String WHY = "写清楚每位会员的限购";

    @Inject
    Workshop workshop;

    @Inject
    Organisers organisers;

    @Inject
    Plans plans;

    @Inject
    CampaignChecks checks;

    @Inject
    Extensions extensions;

    @Inject
    Campaigns campaigns;

    @Inject
    Partners partners;

    @Inject
    Recommenders recommenders;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    JdbcOperations jdbc;

    private Organiser organiser = new Organiser(UUID.randomUUID(), null);
    private UUID operator = UUID.randomUUID();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void people() {
        organiser = organisers.of(workshop.account(Role.ORGANISER)).orElseThrow();
        operator = workshop.account(Role.OPERATOR).id();
        start = workshop.start();
    }

    @Test
    void a_partners_person_runs_that_partners_campaigns_and_no_others() {
        var person = workshop.account(Role.MEMBER);
        assertThat(organisers.of(person)).isEmpty();
        var code = "p-" + UUID.randomUUID();
        var partner = partners.define(new NewPartner(code, "某合作社联盟", "A partner"));
        recommenders.appoint(person.id(), code, "test");
        var theirs = organisers.of(person).orElseThrow();
        var mine = drafted();
        var id = workshop.begun(theirs, start);
        assertThat(campaigns.asItStands(id).orElseThrow().ownerPartnerId()).isEqualTo(partner.id());
        assertThat(plans.of(theirs)).extracting(Campaign::id).containsExactly(id);
        assertThat(organisers.campaign(person, mine)).isEmpty();
        assertThat(plans.save(theirs, mine, 1, workshop.plan(mine))).isEmpty();
        assertThat(plans.handIn(theirs, mine)).isEmpty();
        assertThat(plans.save(organiser, id, 0, workshop.plan(id))).isEmpty();
    }

    @Test
    void a_draft_is_begun_once_and_nobody_overwrites_what_they_have_not_seen() throws Exception {
        var id = Ids.next();
        var slug = Workshop.slug();
        var plan = new NewPlan(id, slug, "红米", "Red rice", start, start.plus(Duration.ofDays(5)));
        assertThat(plans.begin(organiser, plan)).isEqualTo(new Saving.Saved(0));
        assertThat(plans.begin(organiser, plan)).isEqualTo(new Saving.Saved(0));
        var other = new NewPlan(Ids.next(), slug, "红米", "Red rice", start, start.plus(Duration.ofDays(5)));
        assertThat(plans.begin(organiser, other)).isEqualTo(new Saving.SlugTaken());
        assertThat(plans.save(
                        organiser,
                        id,
                        0,
                        workshop.plan(id)
                                .named(
                                        workshop.plan(workshop.begun(organiser, start))
                                                .slug(),
                                        "甲",
                                        "A")))
                .contains(new Saving.SlugTaken());
        Callable<Optional<Saving>> save = () -> plans.save(organiser, id, 0, workshop.plan(id));
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
        assertThat(plans.save(organiser, id, 1, workshop.plan(id))).contains(new Saving.NoDraft());
        assertThat(checks.in(CampaignState.CHECKING)).extracting(Campaign::id).contains(id);
        assertThat(checks.open(organiser.accountId(), id, 1, Workshop.ALL)).contains(new Checking.OwnWork());
        assertThat(checks.open(operator, id, 1, EnumSet.complementOf(EnumSet.of(CheckItem.PRICES_FAIR))))
                .contains(new Checking.Unticked(Set.of(CheckItem.PRICES_FAIR)));
        assertThat(checks.sendBack(operator, id, 1, Set.of(), " ")).contains(new Checking.NoReason());
        assertThat(checks.sendBack(operator, id, 1, Set.of(CheckItem.GOAL_PLAIN), WHY))
                .contains(new Checking.Decided(CampaignState.DRAFT));
        assertThat(checks.ticked(id)).containsExactly(CheckItem.GOAL_PLAIN);
        assertThat(plans.save(organiser, id, 2, workshop.plan(id))).contains(new Saving.Saved(3));
        assertThat(plans.handIn(organiser, id)).contains(new HandingIn.HandedIn());
        assertThat(checks.open(operator, id, 1, Workshop.ALL)).contains(new Checking.NotWaiting());
        assertThat(checks.open(operator, id, 3, Workshop.ALL)).contains(new Checking.Decided(CampaignState.OPEN));
        assertThat(checks.open(operator, id, 3, Workshop.ALL)).contains(new Checking.NotWaiting());
        assertThat(checks.ticked(id)).isEqualTo(Workshop.ALL);
        assertThat(campaigns.byId(id)).isPresent();
        assertThat(plans.steps(id))
                .extracting(CampaignStep::act)
                .containsExactly(Act.OPENED, Act.HANDED_IN, Act.RETURNED, Act.HANDED_IN, Act.CREATED);
    }

    @Test
    void a_later_end_is_asked_for_before_the_start_and_checked_by_another() {
        UUID id = workshop.opened(organiser, operator, start);
        Instant end = campaigns.asItStands(id).orElseThrow().endsAt();
        Instant later = end.plus(Duration.ofDays(3));
        UUID wish = UUID.randomUUID();
        assertThat(extensions.ask(new Organiser(operator, UUID.randomUUID()), id, wish, later, WHY))
                .isEmpty();
        assertThat(extensions.ask(organiser, id, wish, end, WHY)).contains(new Extending.EndWrong());
        assertThat(extensions.ask(organiser, id, wish, later.plus(Duration.ofDays(400)), WHY))
                .contains(new Extending.EndWrong());
        assertThat(extensions.ask(organiser, id, wish, later, " ")).contains(new Extending.NoReason());
        assertThat(extensions.ask(organiser, id, wish, later, WHY)).contains(new Extending.Asked());
        assertThat(extensions.ask(organiser, id, wish, later, WHY)).contains(new Extending.Asked());
        assertThat(extensions.ask(organiser, id, UUID.randomUUID(), later, WHY)).contains(new Extending.Waiting());
        refusedBySql(
                "update marketplace.campaign set ends_at = ends_at + interval '3 days' where id = ?", id, "an end");

        assertThat(extensions.grant(organiser.accountId(), id, wish, Workshop.ALL))
                .contains(new Checking.OwnWork());
        assertThat(extensions.grant(operator, id, wish, EnumSet.complementOf(EnumSet.of(CheckItem.DATES_SAID))))
                .contains(new Checking.Unticked(Set.of(CheckItem.DATES_SAID)));
        assertThat(extensions.deny(operator, id, wish, Set.of(), "")).contains(new Checking.NoReason());
        assertThat(extensions.grant(operator, UUID.randomUUID(), wish, Workshop.ALL))
                .isEmpty();
        assertThat(extensions.grant(operator, id, wish, Workshop.ALL))
                .contains(new Checking.Decided(CampaignState.OPEN));
        assertThat(extensions.grant(operator, id, wish, Workshop.ALL)).contains(new Checking.NotWaiting());
        assertThat(campaigns.asItStands(id).orElseThrow().endsAt()).isEqualTo(later);
        assertThat(plans.steps(id).getFirst().act()).isEqualTo(Act.EXTENDED);
        assertThat(extensions.waiting(id)).isEmpty();
    }

    @Test
    void the_database_lets_nobody_skip_a_state_change_what_was_checked_or_check_their_own() {
        var id = workshop.opened(organiser, operator, start);
        refusedBySql("update marketplace.campaign set goal_grams = 1 where id = ?", id, "stays as it is");
        refusedBySql("update marketplace.campaign set state = 'AUDITED' where id = ?", id, "no campaign goes from");
        refusedBySql(
                "update marketplace.campaign set checked_by = made_by where id = ?", id, "campaign_checked_by_another");
        refusedBySql("delete from marketplace.campaign_step where campaign_id = ?", id, "permission denied");
    }

    private UUID drafted() {
        return workshop.drafted(organiser, start);
    }

    private void refusedBySql(String sql, UUID id, String with) {
        assertThatThrownBy(() -> transactions.executeWrite(
                        status -> jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
                            statement.setObject(1, id);
                            return statement.executeUpdate();
                        })))
                .hasStackTraceContaining(with);
    }
}
