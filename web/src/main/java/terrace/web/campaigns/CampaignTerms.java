package terrace.web.campaigns;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignRules;
import terrace.marketplace.money.Money;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Says a campaign's rules, and who pays for it, in sentences. */
@Singleton
public class CampaignTerms {
    private static final int POINTS_PER_PERCENT = CampaignBudget.WHOLE / 100;

    private final Regions regions;
    private final Words words;

    CampaignTerms(Regions regions, Words words) {
        this.regions = regions;
        this.words = words;
    }

    /** One sentence for each rule there is; at least one. */
    public List<String> rules(Language language, Campaign campaign) {
        CampaignRules rules = campaign.rules();
        List<String> said = new ArrayList<>();
        if (rules.leastDiscountPercent() > 0) {
            said.add(words.say(language, "campaigns.rule.discount", rules.leastDiscountPercent()));
        }
        if (rules.lowestOfDays() > 0) {
            said.add(words.say(language, "campaigns.rule.lowest", rules.lowestOfDays()));
        }
        if (!rules.originCodes().isEmpty()) {
            said.add(words.say(
                    language,
                    "campaigns.rule.origin",
                    rules.originCodes().stream()
                            .map(code -> regions.byCode(code).map(Region::name).orElse(code))
                            .collect(Collectors.joining(language.english() ? ", " : "、"))));
        }
        if (rules.perMemberCap() > 0) {
            said.add(words.say(language, "campaigns.rule.cap", rules.perMemberCap()));
        }
        if (rules.leastPledge() > 0) {
            said.add(words.say(language, "campaigns.rule.pledge", rules.leastPledge()));
        }
        said.add(words.say(language, "campaigns.rule.choice"));
        return List.copyOf(said);
    }

    /** Who bears what; one sentence. */
    public String borne(Language language, Campaign campaign) {
        CampaignBudget budget = campaign.budget();
        return budget.fen() == 0
                ? words.say(language, "campaigns.borne.merchants")
                : words.say(
                        language,
                        "campaigns.borne",
                        Money.grouped(budget.fen()),
                        budget.platform() / POINTS_PER_PERCENT,
                        budget.organiser() / POINTS_PER_PERCENT,
                        budget.merchant() / POINTS_PER_PERCENT);
    }
}
