package terrace.web.enrolments;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.Fault;
import terrace.catalog.enrolments.Standing;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.money.Money;
import terrace.marketplace.regions.Regions;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Says the rules of a campaign, and why goods do not keep to them, in plain sentences. */
@Singleton
public class EnrolmentWords {
    private static final int POINTS_PER_PERCENT = CampaignBudget.WHOLE / 100;

    private final Campaigns campaigns;
    private final Regions regions;
    private final Sights sights;
    private final Words words;

    EnrolmentWords(Campaigns campaigns, Regions regions, Sights sights, Words words) {
        this.campaigns = campaigns;
        this.regions = regions;
        this.sights = sights;
        this.words = words;
    }

    String title(Language language, @Nullable UUID campaignId) {
        return campaignId == null
                ? ""
                : campaigns
                        .byId(campaignId)
                        .map(found -> title(language, found))
                        .orElse("");
    }

    static String title(Language language, Campaign campaign) {
        return language.english() ? campaign.titleEn() : campaign.title();
    }

    String period(Campaign campaign) {
        return sights.time(campaign.startsAt()) + " – " + sights.time(campaign.endsAt());
    }

    /** One sentence for each rule there is. */
    List<String> rules(Language language, Campaign campaign) {
        CampaignRules rules = campaign.rules();
        List<String> said = new ArrayList<>();
        if (rules.leastDiscountPercent() > 0) {
            said.add(words.say(language, "enrolments.rule.discount", rules.leastDiscountPercent()));
        }
        if (rules.lowestOfDays() > 0) {
            said.add(words.say(language, "enrolments.rule.lowest", rules.lowestOfDays()));
        }
        if (!rules.originCodes().isEmpty()) {
            said.add(words.say(language, "enrolments.rule.origin", origins(language, rules)));
        }
        if (rules.perMemberCap() > 0) {
            said.add(words.say(language, "enrolments.rule.cap", rules.perMemberCap()));
        }
        if (rules.leastPledge() > 0) {
            said.add(words.say(language, "enrolments.rule.pledge", rules.leastPledge()));
        }
        if (said.isEmpty()) {
            said.add(words.say(language, "enrolments.rule.none"));
        }
        said.add(borne(language, campaign));
        return said;
    }

    /** Who pays for the reduction. */
    private String borne(Language language, Campaign campaign) {
        CampaignBudget budget = campaign.budget();
        return budget.funded()
                ? words.say(
                        language,
                        "enrolments.borne",
                        budget.platform() / POINTS_PER_PERCENT,
                        budget.organiser() / POINTS_PER_PERCENT,
                        budget.merchant() / POINTS_PER_PERCENT)
                : words.say(language, "enrolments.borne.own");
    }

    private String origins(Language language, CampaignRules rules) {
        return rules.originCodes().stream()
                .map(regions::path)
                .collect(Collectors.joining(language.english() ? ", " : "、"));
    }

    /** Why not, in the order of the faults. */
    List<String> against(Language language, Campaign campaign, Standing standing) {
        List<String> said = new ArrayList<>();
        standing.faults().stream().sorted().forEach(fault -> said.add(of(language, campaign, fault)));
        if (standing.skus().stream().noneMatch(sku -> sku.faults().isEmpty())) {
            standing.skus().forEach(sku -> said.addAll(against(language, campaign, sku)));
        }
        return said.stream().distinct().toList();
    }

    /** The same of one SKU. */
    List<String> against(Language language, Campaign campaign, Standing.OfSku sku) {
        return sku.faults().stream()
                .sorted()
                .map(fault -> switch (fault) {
                    case CLASH -> words.say(language, "enrolments.fault.CLASH", title(language, sku.clashId()));
                    case TOO_LITTLE_STOCK ->
                        words.say(
                                language,
                                "enrolments.fault.TOO_LITTLE_STOCK",
                                sku.sku().name(),
                                sku.free(),
                                Math.max(1, campaign.rules().leastPledge()));
                    default -> of(language, campaign, fault);
                })
                .toList();
    }

    private String of(Language language, Campaign campaign, Fault fault) {
        return fault == Fault.ORIGIN
                ? words.say(language, "enrolments.fault.ORIGIN", origins(language, campaign.rules()))
                : words.say(language, "enrolments.fault." + fault);
    }

    /** What may be typed for a SKU, said beside the field. */
    String most(Language language, Standing.OfSku sku) {
        Long lowest = sku.lowestFen();
        return lowest == null
                ? words.say(
                        language,
                        "enrolments.most",
                        Money.grouped(sku.mostFen()),
                        Money.grouped(sku.sku().priceFen()))
                : words.say(
                        language,
                        "enrolments.most.lowest",
                        Money.grouped(sku.mostFen()),
                        Money.grouped(sku.sku().priceFen()),
                        Money.grouped(lowest));
    }

    /** What is read and signed; the same words for the same campaign, line by line. */
    public String terms(Language language, Campaign campaign) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(language, "enrolments.terms.head", title(language, campaign), period(campaign)));
        lines.addAll(rules(language, campaign));
        for (String part : List.of("free", "price", "stock", "flash", "leave", "sales")) {
            lines.add(words.say(language, "enrolments.terms." + part));
        }
        if (campaign.budget().funded()) {
            lines.add(words.say(language, "enrolments.terms.borne"));
        }
        return String.join("\n", lines);
    }
}
