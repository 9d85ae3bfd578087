package terrace.catalog.enrolments;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.Enrolment.Line;
import terrace.catalog.listings.SkuOffer.Borne;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.Campaigns;

/**
 * What others pay of prices in a campaign. All pledged pieces of an enrolment are set aside of the budget when it is
 * approved, so that no purchase ever asks whether there is enough; what was not sold is given back at the end.
 */
@Singleton
class BudgetParts {
    private final Campaigns campaigns;
    private final JdbcOperations jdbc;

    BudgetParts(Campaigns campaigns, JdbcOperations jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /**
     * What others pay of a piece: their shares of the reduction, fen rounded down for each.
     *
     * @param beforeFen what the reduction is reckoned from
     */
    static Borne of(Campaign campaign, long beforeFen, long priceFen) {
        CampaignBudget budget = campaign.budget();
        long reduction = beforeFen - priceFen;
        if (!budget.funded() || reduction <= 0) {
            return Borne.NOTHING;
        }
        long organiser = reduction * budget.organiser() / CampaignBudget.WHOLE;
        return new Borne(
                reduction * budget.platform() / CampaignBudget.WHOLE,
                organiser,
                organiser == 0 ? null : campaign.ownerPartnerId());
    }

    /** What of the budget covers all that was pledged. */
    static long needed(CampaignBudget budget, Enrolment enrolment) {
        long platform = 0;
        long organiser = 0;
        for (Line line : enrolment.lines()) {
            platform += Math.multiplyExact(line.borne().platformFen(), line.pledge());
            organiser += Math.multiplyExact(line.borne().organiserFen(), line.pledge());
        }
        return budget.covering(platform, organiser);
    }

    /** Sets it aside, once; null when there was enough. The enrolment is locked by the caller. */
    Review.@Nullable OverBudget reserve(Enrolment enrolment) {
        if (enrolment.lines().stream().allMatch(line -> line.borne().fen() == 0)) {
            return null;
        }
        CampaignBudget budget =
                campaigns.asItStands(enrolment.campaignId()).orElseThrow().budget();
        long needed = needed(budget, enrolment);
        if (!campaigns.reserve(enrolment.campaignId(), source(enrolment.id()), needed)) {
            return new Review.OverBudget(enrolment.id(), needed, budget.leftFen());
        }
        promise(enrolment.id(), needed);
        return null;
    }

    /** Gives back what was set aside; twice does no harm. The enrolment is locked by the caller. */
    void release(Enrolment enrolment) {
        campaigns.release(enrolment.campaignId(), source(enrolment.id()));
        promise(enrolment.id(), 0);
    }

    /** Gives back what one enrolment that is over had set aside, once nobody is paying for a piece of it any more. */
    @Transactional
    boolean settle() {
        Over over = jdbc.prepareStatement("""
                select e.id, e.campaign_id from catalog.enrolment e
                where e.promised_fen > 0 and e.state not in ('SIGNED', 'APPROVED') and not exists (
                    select from catalog.campaign_offer o join catalog.stock_bucket b on b.id = o.id
                    where o.enrolment_id = e.id and b.held > 0)
                order by e.id limit 1 for update of e skip locked
                """, (PreparedStatement statement) -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Over(row.getObject("id", UUID.class), row.getObject("campaign_id", UUID.class))
                        : null;
            }
        });
        if (over != null) {
            campaigns.release(over.campaignId(), source(over.id()));
            promise(over.id(), 0);
        }
        return over != null;
    }

    private void promise(UUID id, long fen) {
        jdbc.prepareStatement("update catalog.enrolment set promised_fen = ? where id = ?", statement -> {
            statement.setLong(1, fen);
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    private static String source(UUID enrolmentId) {
        return "enrolment:" + enrolmentId;
    }

    private record Over(UUID id, UUID campaignId) {}
}
