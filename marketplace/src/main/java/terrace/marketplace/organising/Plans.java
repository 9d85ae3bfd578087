package terrace.marketplace.organising;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;

/** Campaigns being written, by the organisation they belong to. */
@Singleton
public class Plans {

    /** A draft handed in later than this before its start leaves nobody time to check it or to enrol. */
    public static final Duration BEFORE_START_MIN = Duration.ofHours(2);

    private static final int STEPS_SHOWN_MAX = 100;

    private final PlanRepository plans;
    private final Campaigns campaigns;
    private final Partners partners;
    private final Audit audit;
    private final Clock clock;

    Plans(PlanRepository plans, Campaigns campaigns, Partners partners, Audit audit, Clock clock) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that this organiser runs, newest start first. */
    public List<Campaign> of(Organiser organiser) {
        return campaigns.evenDrafts().stream().filter(organiser::runs).toList();
    }

    /** Begins a draft; twice with the same id begins one. */
    @Transactional
    public Saving begin(Organiser organiser, NewPlan plan) {
        var partner = Optional.ofNullable(organiser.partnerId())
                .map(id -> partners.byIds(Set.of(id)).get(id));
        int begun = plans.begin(
                plan.id(),
                plan.slug(),
                plan.title(),
                plan.titleEn(),
                plan.startsAt(),
                plan.endsAt(),
                partner.map(Partner::name).orElse(""),
                partner.map(Partner::nameEn).orElse(""),
                organiser.partnerId(),
                organiser.accountId());
        if (begun == 0) {
            return campaigns.asItStands(plan.id()).filter(organiser::runs).isPresent()
                    ? new Saving.Saved(0)
                    : new Saving.SlugTaken();
        }
        did(organiser.accountId(), plan.id(), Act.CREATED, "");
        return new Saving.Saved(0);
    }

    /**
     * Writes a draft down; empty for a campaign that is not this organiser's.
     *
     * @param version that was shown with the form
     */
    @Transactional
    public Optional<Saving> save(Organiser organiser, UUID id, int version, CampaignPlan plan) {
        var before = campaigns.asItStands(id).filter(organiser::runs);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        if (before.get().state() != CampaignState.DRAFT) {
            return Optional.of(new Saving.NoDraft());
        }
        if (before.get().version() != version) {
            return Optional.of(new Saving.ChangedMeanwhile());
        }
        if (saveWords(id, version, plan) == 0) {
            var now = campaigns.asItStands(id).orElseThrow();
            return Optional.of(
                    now.version() == version && now.state() == CampaignState.DRAFT
                            ? new Saving.SlugTaken()
                            : new Saving.ChangedMeanwhile());
        }
        saveTerms(id, plan);
        return Optional.of(new Saving.Saved(version + 1));
    }

    /** What a draft lacks at this moment; none when it can be handed in. */
    public Set<Gap> gaps(Campaign campaign) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (campaign.goal().none()) {
            gaps.add(Gap.GOAL);
        }
        if (campaign.story().strip().length() < CampaignPlan.STORY_CHARACTERS_MIN) {
            gaps.add(Gap.STORY);
        }
        if (campaign.storyEn().strip().length() < CampaignPlan.STORY_CHARACTERS_MIN) {
            gaps.add(Gap.STORY_EN);
        }
        if (campaign.startsAt().isBefore(clock.now().plus(BEFORE_START_MIN))) {
            gaps.add(Gap.START_TOO_SOON);
        }
        if (campaign.budget().fen() == 0
                && campaign.budget().platform() + campaign.budget().organiser() > 0) {
            gaps.add(Gap.BUDGET);
        }
        return gaps;
    }

    /** Gives a draft to the checkers; empty for a campaign that is not this organiser's. */
    @Transactional
    public Optional<HandingIn> handIn(Organiser organiser, UUID id) {
        return campaigns.asItStands(id).filter(organiser::runs).map(campaign -> {
            if (campaign.state() != CampaignState.DRAFT) {
                return new HandingIn.NoDraft();
            }
            var gaps = gaps(campaign);
            if (!gaps.isEmpty()) {
                return new HandingIn.Missing(gaps);
            }
            if (plans.handIn(id, campaign.version()) == 0) {
                return new HandingIn.NoDraft();
            }
            did(organiser.accountId(), id, Act.HANDED_IN, "");
            return new HandingIn.HandedIn();
        });
    }

    /** What was done to a campaign, newest first. */
    public List<CampaignStep> steps(UUID campaignId) {
        return plans.steps(campaignId, STEPS_SHOWN_MAX);
    }

    /** Writes a step down, with its record. */
    void did(UUID accountId, UUID campaignId, Act act, String note) {
        plans.step(campaignId, act.name(), accountId, note);
        audit.record(
                "account:" + accountId,
                "campaign." + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "campaign:" + campaignId,
                Map.of());
    }

    private int saveWords(UUID id, int version, CampaignPlan plan) {
        return plans.saveWords(
                id,
                version,
                plan.slug(),
                plan.title(),
                plan.titleEn(),
                plan.story(),
                plan.storyEn(),
                plan.goal().grams(),
                plan.goal().fen(),
                plan.goal().households(),
                plan.startsAt(),
                plan.endsAt(),
                plan.households(),
                plan.recommendedBy(),
                plan.recommendedByEn());
    }

    private void saveTerms(UUID id, CampaignPlan plan) {
        plans.saveTerms(
                id,
                plan.rules().leastDiscountPercent(),
                plan.rules().lowestOfDays(),
                plan.rules().originCodes(),
                plan.rules().perMemberCap(),
                plan.rules().leastPledge(),
                plan.budget().fen(),
                plan.budget().platform(),
                plan.budget().organiser(),
                plan.budget().merchant(),
                plan.pavilionCodes(),
                plan.blocks().stream().map(Enum::name).toList());
    }
}
