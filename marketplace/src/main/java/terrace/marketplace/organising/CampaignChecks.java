package terrace.marketplace.organising;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;

/** The operators' side: campaigns are checked for the consumer's sake before they open, and audited at the end. */
@Singleton
public class CampaignChecks {

    private final PlanRepository plans;
    private final Plans steps;
    private final Campaigns campaigns;
    private final Inbox inbox;
    private final Clock clock;

    CampaignChecks(PlanRepository plans, Plans steps, Campaigns campaigns, Inbox inbox, Clock clock) {
        this.plans = plans;
        this.steps = steps;
        this.campaigns = campaigns;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** In one state, the one that starts first in front. */
    public List<Campaign> in(CampaignState state) {
        return campaigns.evenDrafts().reversed().stream()
                .filter(campaign -> campaign.state() == state)
                .toList();
    }

    /** Anything that was handed in once; drafts are their organisers' own. */
    public Optional<Campaign> of(UUID campaignId) {
        return campaigns.asItStands(campaignId).filter(campaign -> campaign.state() != CampaignState.DRAFT);
    }

    /** What was ticked when it was last decided about. */
    public Set<CheckItem> ticked(UUID campaignId) {
        return plans.passed(campaignId).stream().map(CheckItem::valueOf).collect(Collectors.toSet());
    }

    /**
     * Opens it for enrolment; empty when there is no such campaign.
     *
     * @param version that was shown
     */
    @Transactional
    public Optional<Checking> open(UUID operatorId, UUID campaignId, int version, Set<CheckItem> ticked) {
        return of(campaignId).map(campaign -> {
            var refused = refusal(operatorId, campaign, version);
            if (refused.isPresent()) {
                return refused.get();
            }
            var unticked = EnumSet.allOf(CheckItem.class);
            unticked.removeAll(ticked);
            if (!unticked.isEmpty()) {
                return new Checking.Unticked(unticked);
            }
            if (!campaign.startsAt().isAfter(clock.now())) {
                return new Checking.StartPassed();
            }
            return plans.open(campaignId, version, operatorId) == 0
                    ? new Checking.NotWaiting()
                    : decided(operatorId, campaign, Act.OPENED, "", ticked);
        });
    }

    /** Gives it back to its organiser with a reason; empty when there is no such campaign. */
    @Transactional
    public Optional<Checking> sendBack(
            UUID operatorId, UUID campaignId, int version, Set<CheckItem> ticked, String reason) {
        return of(campaignId).map(campaign -> {
            var refused = refusal(operatorId, campaign, version);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (!CampaignStep.good(reason.strip())) {
                return new Checking.NoReason();
            }
            return plans.sendBack(campaignId, version) == 0
                    ? new Checking.NotWaiting()
                    : decided(operatorId, campaign, Act.RETURNED, reason.strip(), ticked);
        });
    }

    /** Says that the result was looked through, and what was found; empty when there is no such campaign. */
    @Transactional
    public Optional<Checking> audit(UUID operatorId, UUID campaignId, String finding) {
        return of(campaignId).map(campaign -> {
            if (operatorId.equals(campaign.madeBy())) {
                return new Checking.OwnWork();
            }
            if (!CampaignStep.good(finding.strip())) {
                return new Checking.NoReason();
            }
            if (plans.audit(campaignId) == 0) {
                return new Checking.NotWaiting();
            }
            steps.did(operatorId, campaignId, Act.AUDITED, finding.strip());
            campaigns.forget(campaignId);
            return new Checking.Decided(CampaignState.AUDITED);
        });
    }

    private static Optional<Checking> refusal(UUID operatorId, Campaign campaign, int version) {
        if (campaign.state() != CampaignState.CHECKING || campaign.version() != version) {
            return Optional.of(new Checking.NotWaiting());
        }
        return operatorId.equals(campaign.madeBy()) ? Optional.of(new Checking.OwnWork()) : Optional.empty();
    }

    private Checking decided(UUID operatorId, Campaign campaign, Act act, String note, Set<CheckItem> ticked) {
        steps.did(operatorId, campaign.id(), act, note);
        for (var item : CheckItem.values()) {
            plans.check(campaign.id(), item.name(), ticked.contains(item));
        }
        var opened = act == Act.OPENED;
        inbox.tell(
                Objects.requireNonNull(campaign.madeBy()),
                new News(
                        NewsKind.APPLICATION,
                        "campaign-checked:" + campaign.id() + ":" + campaign.version(),
                        opened ? "campaign.opened" : "campaign.returned",
                        opened ? List.of(campaign.title()) : List.of(campaign.title(), note),
                        "/organiser/campaigns/" + campaign.id(),
                        false));
        campaigns.forget(campaign.id());
        return new Checking.Decided(opened ? CampaignState.OPEN : CampaignState.DRAFT);
    }
}
