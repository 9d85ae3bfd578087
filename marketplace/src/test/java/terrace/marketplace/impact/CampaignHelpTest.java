package terrace.marketplace.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.households.Households;
import terrace.marketplace.households.NewHousehold;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.Sum.Helped;
import terrace.marketplace.organising.Running;

/** A campaign whose goal is families: they are counted from facts, as everywhere. */
@MicronautTest(transactional = false)
class CampaignHelpTest {
    private static final String COUNTY = "532529";
    private static final byte[] NONE = {};

    @Inject
    Impact impact;

    @Inject
    ImpactFacts facts;

    @Inject
    Allocations allocations;

    @Inject
    Campaigns campaigns;

    @Inject
    Running running;

    @Inject
    Households households;

    @Inject
    Accounts accounts;

    @Inject
    Endorsers endorsers;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final UUID rice = Ids.next();
    private final UUID tea = Ids.next();
    private final String slug = "h-" + rice;

    @Test
    void families_behind_what_was_sold_are_counted_and_so_many_are_the_goal() {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        UUID endorser = endorser();
        behind(endorser, rice, 2);
        behind(endorser, tea, 1);
        campaign(now, 3);
        facts.countPaid(line("one", rice, now.plusSeconds(1)));
        facts.countPaid(line("two", rice, now.plusSeconds(2)));
        running.moveOn();
        assertThat(impact.reckonCampaign(slug)).isEqualTo(new Sum(2_000, 2_500, 2, 1, new Helped(2, 0, 0)));
        assertThat(reached()).isNull();

        facts.countPaid(line("three", tea, now.plusSeconds(3)));
        running.moveOn();
        assertThat(impact.reckonCampaign(slug).helped()).isEqualTo(new Helped(3, 0, 0));
        assertThat(reached()).isEqualTo(now.plusSeconds(3));
        facts.countReturned("three-" + slug, 1, 7, 1_250, now.plusSeconds(9));
        running.moveOn();
        assertThat(impact.reckonCampaign(slug).helped()).isEqualTo(new Helped(2, 0, 0));
        assertThat(reached()).as("it stays reached").isNotNull();
        assertThat(impact.ofCampaign("no-campaign-of-this-name")).isEqualTo(Sum.NOTHING);
    }

    private @Nullable Instant reached() {
        return campaigns
                .asItStands(campaigns.bySlug(slug).orElseThrow().id())
                .orElseThrow()
                .reachedAt();
    }

    private UUID endorser() {
        Registration made =
                accounts.create(UUID.randomUUID() + "@county.test", "twelve ripe oranges", "县里", Set.of(Role.ENDORSER));
        UUID id = ((Registration.Registered) made).account().id();
        endorsers.appoint(id, COUNTY, "县里", "test");
        return id;
    }

    private void behind(UUID endorser, UUID listing, int families) {
        String village = "村" + listing;
        for (int family = 0; family < families; family++) {
            households.enter(
                    endorser,
                    new NewHousehold(village, "户", UUID.randomUUID().toString().substring(0, 23), "4"));
        }
        LocalDate today = clock.today();
        NewAllocation wanted = new NewAllocation(
                Ids.next(),
                listing,
                null,
                COUNTY,
                Basis.DECLARED,
                today.minusDays(9),
                today.plusDays(9),
                Set.of(village));
        assertThat(allocations.record(endorser, wanted, NONE).orElseThrow()).isInstanceOf(Allocating.Recorded.class);
    }

    private void campaign(Instant now, int families) {
        campaigns.define(new NewCampaign(
                slug,
                "红米",
                "Red rice",
                "故事",
                "Story",
                500,
                now.minusSeconds(60),
                now.plusSeconds(3_600),
                "",
                "",
                0,
                Campaign.Basis.DECLARED,
                List.of(rice, tea)));
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update marketplace.campaign set goal_grams = 0, goal_households = ? where slug = ?", statement -> {
                    statement.setInt(1, families);
                    statement.setString(2, slug);
                    return statement.executeUpdate();
                }));
    }

    private PaidLine line(String order, UUID listing, Instant at) {
        return new PaidLine(order + "-" + slug, 1, listing, Ids.next(), COUNTY, 1_000, 1_250, at);
    }
}
