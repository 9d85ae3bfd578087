package terrace.web.organiser;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.organising.CampaignChecks;
import terrace.marketplace.organising.CampaignExtension;
import terrace.marketplace.organising.CheckItem;
import terrace.marketplace.organising.Extensions;
import terrace.marketplace.organising.Plans;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.web.campaigns.CampaignTerms;
import terrace.web.campaigns.CampaignViews;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** What a checker sees of a campaign. */
@Singleton
class CheckPages {
    private final CampaignChecks checks;
    private final Extensions extensions;
    private final Plans plans;
    private final Partners partners;
    private final CampaignViews views;
    private final CampaignTerms terms;
    private final Words words;

    CheckPages(
            CampaignChecks checks,
            Extensions extensions,
            Plans plans,
            Partners partners,
            CampaignViews views,
            CampaignTerms terms,
            Words words) {
        this.checks = checks;
        this.extensions = extensions;
        this.plans = plans;
        this.partners = partners;
        this.views = views;
        this.terms = terms;
        this.words = words;
    }

    /** @param longer whether a later end is asked for */
    record Row(String id, String title, String owner, String starts, String ends, boolean longer) {}

    /** @param done the state a campaign was brought to a moment ago, null for none */
    record ChecksPage(
            List<Row> waiting,
            List<Row> running,
            List<Row> ended,
            @Nullable String done) {}

    ChecksPage list(
            Language language,
            List<Campaign> waiting,
            List<Campaign> running,
            List<Campaign> ended,
            @Nullable String done) {
        return new ChecksPage(rows(language, waiting), rows(language, running), rows(language, ended), done);
    }

    CheckController.CheckPage check(Language language, Campaign campaign, Form form) {
        boolean english = language.english();
        Optional<CampaignExtension> longer = extensions.waiting(campaign.id());
        // a check that is done once more is begun without a tick
        Set<CheckItem> ticked = longer.isPresent() ? Set.of() : checks.ticked(campaign.id());
        return new CheckController.CheckPage(
                campaign.id().toString(),
                english ? campaign.titleEn() : campaign.title(),
                campaign.state().name(),
                owner(language, campaign, owners(List.of(campaign))),
                CampaignViews.moment(campaign.startsAt()),
                CampaignViews.moment(campaign.endsAt()),
                views.of(language, campaign, false, null).summary(),
                terms.borne(language, campaign),
                terms.rules(language, campaign),
                (english ? campaign.storyEn() : campaign.story())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                Arrays.stream(CheckItem.values())
                        .map(item -> new CheckController.Item(
                                item.name(),
                                form.errors().isEmpty()
                                        ? ticked.contains(item)
                                        : !form.value("check-" + item).isEmpty()))
                        .toList(),
                plans.steps(campaign.id()).reversed().stream()
                        .map(step -> new BoardPage.Mark(
                                words.say(language, "organiser.act." + step.act()),
                                CampaignViews.moment(step.at()),
                                step.note().isEmpty() ? null : step.note(),
                                true,
                                false))
                        .toList(),
                longer.map(waiting -> new ExtensionSight(
                                waiting.id().toString(), CampaignViews.moment(waiting.endsAt()), waiting.reason()))
                        .orElse(null),
                campaign.version(),
                form);
    }

    private List<Row> rows(Language language, List<Campaign> campaigns) {
        Map<UUID, Partner> owners = owners(campaigns);
        Set<UUID> longer =
                extensions.waiting().stream().map(CampaignExtension::campaignId).collect(Collectors.toSet());
        return campaigns.stream()
                .map(campaign -> new Row(
                        campaign.id().toString(),
                        language.english() ? campaign.titleEn() : campaign.title(),
                        owner(language, campaign, owners),
                        CampaignViews.moment(campaign.startsAt()),
                        CampaignViews.moment(campaign.endsAt()),
                        longer.contains(campaign.id())))
                .toList();
    }

    private Map<UUID, Partner> owners(List<Campaign> campaigns) {
        return partners.byIds(campaigns.stream()
                .map(Campaign::ownerPartnerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private String owner(Language language, Campaign campaign, Map<UUID, Partner> owners) {
        UUID id = campaign.ownerPartnerId();
        Partner owner = id == null ? null : owners.get(id);
        return owner == null
                ? words.say(language, "organiser.platform")
                : language.english() ? owner.nameEn() : owner.name();
    }
}
