package terrace.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.CampaignState;

class CampaignOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void what_ends_soonest_leads_then_what_comes_next_then_what_was_last() {
        Campaign endsLate = campaign("ends-late", -9, 9, false);
        Campaign endsSoon = campaign("ends-soon", -1, 1, false);
        Campaign paused = campaign("paused", -1, 1, true);
        Campaign comesSoon = campaign("comes-soon", 1, 2, false);
        Campaign comesLate = campaign("comes-late", 8, 9, false);
        Campaign wasLong = campaign("was-long-ago", -99, -90, false);
        Campaign wasLate = campaign("was-of-late", -9, -2, false);
        assertThat(CampaignOrder.of(List.of(comesLate, wasLong, endsLate, paused, wasLate, comesSoon, endsSoon), NOW))
                .containsExactly(endsSoon, endsLate, paused, comesSoon, comesLate, wasLate, wasLong);
    }

    private static Campaign campaign(String slug, int fromDays, int toDays, boolean paused) {
        return new Campaign(
                UUID.randomUUID(),
                slug,
                slug,
                slug,
                "",
                "",
                new CampaignGoal(1, 0, 0),
                NOW.plusSeconds(fromDays * 86_400L),
                NOW.plusSeconds(toDays * 86_400L),
                "",
                "",
                0,
                Campaign.Basis.DECLARED,
                CampaignState.LIVE,
                null,
                null,
                paused,
                null,
                1,
                CampaignRules.NONE,
                CampaignBudget.NONE,
                List.of(),
                List.of(),
                List.of());
    }
}
