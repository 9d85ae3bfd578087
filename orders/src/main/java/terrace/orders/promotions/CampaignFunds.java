package terrace.orders.promotions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.organising.CampaignChecks;
import terrace.marketplace.organising.CheckItem;
import terrace.marketplace.organising.Checking;
import terrace.orders.ledger.Bearer;

/**
 * The door to money for campaigns. One that others than merchants pay a part of opens only when their money is in their
 * funds, free, and from then on kept for it: no payment at its prices ever meets an empty fund.
 */
@Singleton
public class CampaignFunds {

    private final PromisedFunds funds;
    private final CampaignChecks checks;
    private final Campaigns campaigns;

    CampaignFunds(PromisedFunds funds, CampaignChecks checks, Campaigns campaigns) {
        this.funds = funds;
        this.checks = checks;
        this.campaigns = campaigns;
    }

    /** As {@link CampaignChecks#open}, and with money for it. Locks the funds, an organisation's first. */
    @Transactional
    public Optional<CampaignOpening> open(UUID operatorId, UUID campaignId, int version, Set<CheckItem> ticked) {
        return checks.of(campaignId).flatMap(campaign -> {
            Optional<CampaignOpening> refused = missing(campaign);
            return refused.isPresent()
                    ? refused
                    : checks.open(operatorId, campaignId, version, ticked).<CampaignOpening>map(checking -> {
                        if (checking instanceof Checking.Decided
                                && campaign.budget().fen() > 0) {
                            campaigns.fund(campaignId);
                        }
                        return new CampaignOpening.Checked(checking);
                    });
        });
    }

    private Optional<CampaignOpening> missing(Campaign campaign) {
        CampaignBudget budget = campaign.budget();
        UUID organiser = campaign.ownerPartnerId();
        long theirs = budget.part(budget.fen(), budget.organiser());
        if (organiser != null && theirs > 0) {
            long free = funds.locked(organiser).freeFen();
            if (free < theirs && waits(campaign.id())) {
                return Optional.of(new CampaignOpening.OrganiserShort(theirs, free));
            }
        }
        long ours = budget.part(budget.fen(), budget.platform());
        if (ours > 0) {
            long free = funds.locked(null).freeFen();
            if (free < ours && waits(campaign.id())) {
                return Optional.of(new CampaignOpening.PlatformShort(ours, free));
            }
        }
        return Optional.empty();
    }

    /** As it is now that the fund is locked: one that was opened meanwhile has its money there already. */
    private boolean waits(UUID campaignId) {
        return campaigns
                .asItStands(campaignId)
                .filter(campaign -> campaign.state() == CampaignState.CHECKING)
                .isPresent();
    }

    /** What platform and organiser together paid of what was sold in it, in fen; goods that came back are in it. */
    public long spentFen(UUID campaignId) {
        List<UUID> one = List.of(campaignId);
        return funds.spent(one, Bearer.PLATFORM).getOrDefault(campaignId, 0L)
                + funds.spent(one, Bearer.ORGANISER).getOrDefault(campaignId, 0L);
    }
}
