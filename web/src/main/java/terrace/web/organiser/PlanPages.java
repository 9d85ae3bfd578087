package terrace.web.organiser;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBlock;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** What the steps of a draft show beside the form itself. */
@Singleton
class PlanPages {
    private final Pavilions pavilions;
    private final Words words;

    PlanPages(Pavilions pavilions, Words words) {
        this.pavilions = pavilions;
        this.words = words;
    }

    record NewPage(Form form) {}

    /** Something to tick. */
    record Choice(String field, String text, boolean chosen) {}

    /** A part of the page, and where it is to stand. */
    record Block(String field, String name, String place) {}

    /**
     * @param number of the step, from 1
     * @param partner whether an organisation runs it, which can bear a share
     */
    record StepPage(
            String id,
            String title,
            String step,
            int number,
            List<String> steps,
            Form form,
            boolean partner,
            List<Choice> pavilions,
            List<Block> blocks) {}

    StepPage step(Language language, Campaign campaign, PlanStep step, Form form) {
        return new StepPage(
                campaign.id().toString(),
                language.english() ? campaign.titleEn() : campaign.title(),
                step.path(),
                step.number(),
                Arrays.stream(PlanStep.values())
                        .map(each -> words.say(language, "organiser.plan.step." + each.path()))
                        .toList(),
                form,
                campaign.ownerPartnerId() != null,
                pavilions.all().stream()
                        .map(pavilion -> choice(language, pavilion, form))
                        .toList(),
                Arrays.stream(CampaignBlock.values())
                        .map(block -> new Block("block-" + block, block.name(), form.value("block-" + block)))
                        .toList());
    }

    private static Choice choice(Language language, Pavilion pavilion, Form form) {
        String field = "pavilion-" + pavilion.code();
        return new Choice(
                field,
                language.english() ? pavilion.nameEn() : pavilion.name(),
                !form.value(field).isEmpty());
    }
}
