package terrace.catalog.enrolments;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.ids.Ids;

/** Campaigns for tests, with the rules a test is about. */
@Singleton
public class SampleCampaigns {
    private static final String TERMS = "我方自愿报名。";

    private final Campaigns campaigns;
    private final Turns turns;
    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;

    SampleCampaigns(
            Campaigns campaigns, Turns turns, JdbcOperations jdbc, TransactionOperations<Connection> transactions) {
        this.campaigns = campaigns;
        this.turns = turns;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public Campaign campaign(Instant startsAt, Instant endsAt) {
        return campaign(startsAt, endsAt, CampaignRules.NONE);
    }

    /** The market's own campaigns have no rules by themselves; these are written behind the door. */
    public Campaign campaign(Instant startsAt, Instant endsAt, CampaignRules rules) {
        String slug = "c-" + Ids.next();
        NewCampaign asked = new NewCampaign(
                slug,
                "哈尼，我们来帮你",
                "Help the Hani",
                "故事",
                "Story",
                3_000_000,
                startsAt,
                endsAt,
                "",
                "",
                450,
                Campaign.Basis.DECLARED,
                List.of());
        campaigns.define(asked);
        transactions.executeWrite(status -> jdbc.prepareStatement("""
                update marketplace.campaign set least_discount_percent = ?, lowest_of_days = ?, origin_codes = ?,
                    per_member_cap = ?, least_pledge = ? where slug = ?
                """, statement -> {
            statement.setInt(1, rules.leastDiscountPercent());
            statement.setInt(2, rules.lowestOfDays());
            statement.setArray(
                    3,
                    statement
                            .getConnection()
                            .createArrayOf("text", rules.originCodes().toArray()));
            statement.setInt(4, rules.perMemberCap());
            statement.setInt(5, rules.leastPledge());
            statement.setString(6, slug);
            return statement.executeUpdate();
        }));
        campaigns.define(asked);
        return campaigns.bySlug(slug).orElseThrow();
    }

    /** Others bear a part of it, from a budget for which there is money. */
    public Campaign shared(Campaign campaign, UUID ownerId, long budgetFen, int platform, int organiser) {
        transactions.executeWrite(status -> jdbc.prepareStatement("""
                with owner as (insert into marketplace.partner (id, code, name, name_en)
                    values (?, ?, '单位', 'Partner') returning id)
                update marketplace.campaign set owner_partner_id = (select id from owner), budget_fen = ?,
                    platform_share = ?, organiser_share = ?, merchant_share = ? where id = ?
                """, statement -> {
            statement.setObject(1, ownerId);
            statement.setString(2, "p-" + ownerId);
            statement.setLong(3, budgetFen);
            statement.setInt(4, platform);
            statement.setInt(5, organiser);
            statement.setInt(6, CampaignBudget.WHOLE - platform - organiser);
            statement.setObject(7, campaign.id());
            return statement.executeUpdate();
        }));
        campaigns.fund(campaign.id());
        return campaigns.byId(campaign.id()).orElseThrow();
    }

    /** Follows all that the clock did. */
    void turnAll() {
        while (turns.begin() || turns.end() || turns.finish() || turns.settle()) {
            turns.empty();
        }
        turns.empty();
    }

    public static NewEnrolment form(Campaign campaign, UUID listingId, Map<UUID, Wanted> lines) {
        return form(campaign, listingId, false, lines);
    }

    public static NewEnrolment form(Campaign campaign, UUID listingId, boolean flash, Map<UUID, Wanted> lines) {
        return new NewEnrolment(
                Ids.next(), campaign.id(), listingId, flash, new TreeMap<>(lines), "王五", TERMS, Terms.sha256(TERMS));
    }
}
