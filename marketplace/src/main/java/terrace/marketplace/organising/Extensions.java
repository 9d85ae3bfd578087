package terrace.marketplace.organising;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;

/**
 * Later ends for campaigns that were checked and have not begun. An organiser asks; an operator goes through the check
 * once more. Merchants who signed before stay with the end they signed.
 */
@Singleton
public class Extensions {

    private final ExtensionRepository extensions;
    private final PlanRepository plans;
    private final Plans steps;
    private final Campaigns campaigns;
    private final Inbox inbox;
    private final Clock clock;

    Extensions(
            ExtensionRepository extensions,
            PlanRepository plans,
            Plans steps,
            Campaigns campaigns,
            Inbox inbox,
            Clock clock) {
        this.extensions = extensions;
        this.plans = plans;
        this.steps = steps;
        this.campaigns = campaigns;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Whether a later end can be asked for at this moment. */
    public boolean askable(Campaign campaign) {
        return campaign.state() == CampaignState.OPEN
                && campaign.madeBy() != null
                && clock.now().isBefore(campaign.startsAt());
    }

    public Optional<CampaignExtension> waiting(UUID campaignId) {
        return extensions.waiting(campaignId);
    }

    /** All that wait, the oldest first. */
    public List<CampaignExtension> waiting() {
        return extensions.waiting();
    }

    /**
     * Asks for a later end; empty for a campaign that is not this organiser's.
     *
     * @param id minted with the form, so that pressing twice asks once
     */
    @Transactional
    public Optional<Extending> ask(Organiser organiser, UUID campaignId, UUID id, Instant endsAt, String reason) {
        return campaigns.asItStands(campaignId).filter(organiser::runs).map(campaign -> {
            if (extensions
                    .byId(id)
                    .filter(known -> known.campaignId().equals(campaignId))
                    .isPresent()) {
                return new Extending.Asked();
            }
            if (!askable(campaign)) {
                return new Extending.NotNow();
            }
            if (!endsAt.isAfter(campaign.endsAt())
                    || endsAt.isAfter(campaign.startsAt().plus(Duration.ofDays(CampaignPlan.DAYS_MAX)))) {
                return new Extending.EndWrong();
            }
            if (!CampaignStep.good(reason.strip())) {
                return new Extending.NoReason();
            }
            if (extensions.ask(id, campaignId, endsAt, reason.strip(), organiser.accountId()) == 0) {
                return new Extending.Waiting();
            }
            steps.did(organiser.accountId(), campaignId, Act.ASKED_LONGER, reason.strip());
            return new Extending.Asked();
        });
    }

    /**
     * Grants it, with every item of the check ticked anew; empty when nothing waits for this campaign under this id.
     * A campaign that has begun meanwhile is not waiting any more.
     */
    @Transactional
    public Optional<Checking> grant(UUID operatorId, UUID campaignId, UUID id, Set<CheckItem> ticked) {
        return known(campaignId, id).map(extension -> {
            if (operatorId.equals(extension.askedBy())) {
                return new Checking.OwnWork();
            }
            Set<CheckItem> unticked = EnumSet.allOf(CheckItem.class);
            unticked.removeAll(ticked);
            if (!unticked.isEmpty()) {
                return new Checking.Unticked(unticked);
            }
            if (!askable(campaigns.asItStands(campaignId).orElseThrow())) {
                return new Checking.StartPassed();
            }
            if (extensions.decide(id, operatorId, true) == 0) {
                return new Checking.NotWaiting();
            }
            if (extensions.extend(campaignId, extension.endsAt()) == 0) {
                throw new IllegalStateException("could not end later: " + campaignId);
            }
            return decided(operatorId, extension, Act.EXTENDED, "", ticked);
        });
    }

    /** Says no, with a reason its organiser reads; empty as above. */
    @Transactional
    public Optional<Checking> deny(UUID operatorId, UUID campaignId, UUID id, Set<CheckItem> ticked, String reason) {
        return known(campaignId, id).map(extension -> {
            if (operatorId.equals(extension.askedBy())) {
                return new Checking.OwnWork();
            }
            if (!CampaignStep.good(reason.strip())) {
                return new Checking.NoReason();
            }
            return extensions.decide(id, operatorId, false) == 0
                    ? new Checking.NotWaiting()
                    : decided(operatorId, extension, Act.NOT_EXTENDED, reason.strip(), ticked);
        });
    }

    private Optional<CampaignExtension> known(UUID campaignId, UUID id) {
        return extensions.byId(id).filter(found -> found.campaignId().equals(campaignId));
    }

    private Checking decided(
            UUID operatorId, CampaignExtension extension, Act act, String note, Set<CheckItem> ticked) {
        steps.did(operatorId, extension.campaignId(), act, note);
        for (CheckItem item : CheckItem.values()) {
            plans.check(extension.campaignId(), item.name(), ticked.contains(item));
        }
        Campaign campaign = campaigns.asItStands(extension.campaignId()).orElseThrow();
        boolean granted = act == Act.EXTENDED;
        inbox.tell(
                extension.askedBy(),
                new News(
                        NewsKind.APPLICATION,
                        "campaign-extension:" + extension.id(),
                        granted ? "campaign.extended" : "campaign.not-extended",
                        granted ? List.of(campaign.title()) : List.of(campaign.title(), note),
                        "/organiser/campaigns/" + campaign.id(),
                        false));
        campaigns.forget(campaign.id());
        return new Checking.Decided(campaign.state());
    }
}
