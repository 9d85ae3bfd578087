package terrace.marketplace.organising;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.clock.Clock;

/** Running, pausing, ending and telling. */
@MicronautTest(transactional = false)
class RunningTest {

    private static final long JIN = Workshop.JIN;

    @Inject
    Workshop workshop;

    @Inject
    Organisers organisers;

    @Inject
    Plans plans;

    @Inject
    CampaignChecks checks;

    @Inject
    Campaigns campaigns;

    @Inject
    Running running;

    @Inject
    Reports reports;

    @Inject
    Clock clock;

    private final UUID rice = UUID.randomUUID();
    private Organiser organiser = new Organiser(UUID.randomUUID(), null);
    private UUID operator = UUID.randomUUID();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void people() {
        organiser = organisers.of(workshop.account(Role.ORGANISER)).orElseThrow();
        operator = workshop.account(Role.OPERATOR).id();
        start = workshop.start();
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
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
        return workshop.opened(organiser, operator, start);
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
}
