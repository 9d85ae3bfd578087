package terrace.web.organiser;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignState;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.organising.CampaignPlan;
import terrace.marketplace.organising.HandingIn;
import terrace.marketplace.organising.NewPlan;
import terrace.marketplace.organising.Plans;
import terrace.marketplace.organising.Saving;
import terrace.web.campaigns.CampaignPages;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A campaign being written, step by step; each step is kept as soon as it is right. */
@Controller("/organiser/campaigns")
@Secured({Access.ORGANISER, Access.RECOMMENDER})
class PlanController {
    private static final String HERE = "/organiser/campaigns/";

    private final OrganiserDesk desk;
    private final Plans plans;
    private final PlanForm forms;
    private final PlanPages prepared;
    private final CampaignPages campaignPages;
    private final Pages pages;

    PlanController(
            OrganiserDesk desk,
            Plans plans,
            PlanForm forms,
            PlanPages prepared,
            CampaignPages campaignPages,
            Pages pages) {
        this.desk = desk;
        this.plans = plans;
        this.forms = forms;
        this.prepared = prepared;
        this.campaignPages = campaignPages;
        this.pages = pages;
    }

    @Get("/new")
    HttpResponse<?> blank(Visitor visitor) {
        return pages.show(visitor, "organiser/new", new PlanPages.NewPage(forms.blank()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(Visitor visitor, @Body Map<String, String> typed) {
        Optional<Organiser> organiser = desk.organiser(visitor);
        if (organiser.isEmpty()) {
            return HttpResponse.notFound();
        }
        PlanForm.Begun begun = forms.begin(typed);
        NewPlan plan = begun.plan();
        if (plan != null && plans.begin(organiser.get(), plan) instanceof Saving.Saved) {
            return Pages.seeOther(visitor, HERE + plan.id() + "/plan/" + PlanStep.GOAL.path());
        }
        Form form = plan == null ? begun.form() : begun.form().with("slug", "organiser.plan.slug.taken");
        return pages.show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, "organiser/new", new PlanPages.NewPage(form));
    }

    @Get("/{id}/plan/{step}")
    HttpResponse<?> step(Visitor visitor, UUID id, String step) {
        Optional<Campaign> draft =
                desk.campaign(visitor, id).filter(campaign -> campaign.state() == CampaignState.DRAFT);
        Optional<PlanStep> asked = PlanStep.of(step);
        if (draft.isEmpty() || asked.isEmpty()) {
            return HttpResponse.notFound();
        }
        Campaign campaign = draft.get();
        return page(
                visitor,
                HttpStatus.OK,
                campaign,
                asked.get(),
                forms.show(CampaignPlan.of(campaign), campaign.version()));
    }

    @Post("/{id}/plan/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(Visitor visitor, UUID id, String step, @Body Map<String, String> typed) {
        Optional<Organiser> organiser = desk.organiser(visitor);
        Optional<Campaign> draft = desk.campaign(visitor, id);
        Optional<PlanStep> asked = PlanStep.of(step);
        if (organiser.isEmpty() || draft.isEmpty() || asked.isEmpty()) {
            return HttpResponse.notFound();
        }
        Campaign campaign = draft.get();
        PlanForm.Read read =
                forms.read(asked.get(), CampaignPlan.of(campaign), campaign.ownerPartnerId() != null, typed);
        CampaignPlan plan = read.plan();
        if (plan == null) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, campaign, asked.get(), read.form());
        }
        return plans.save(organiser.get(), id, version(typed), plan)
                .<HttpResponse<?>>map(saving -> switch (saving) {
                    case Saving.Saved saved -> Pages.seeOther(visitor, after(id, asked.get(), typed));
                    case Saving.SlugTaken taken ->
                        again(visitor, campaign, asked.get(), read.form(), "slug", "organiser.plan.slug.taken");
                    case Saving.ChangedMeanwhile changed ->
                        again(visitor, campaign, asked.get(), read.form(), "step", "organiser.plan.changed");
                    case Saving.NoDraft none -> Pages.seeOther(visitor, HERE + id);
                })
                .orElseGet(HttpResponse::notFound);
    }

    /** The campaign's page as everybody will see it. */
    @Get("/{id}/preview")
    HttpResponse<?> preview(Visitor visitor, UUID id) {
        return desk.campaign(visitor, id)
                .<HttpResponse<?>>map(campaign -> pages.show(
                        visitor, "campaigns/campaign", campaignPages.of(visitor.language(), campaign, false, true)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/checking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> handIn(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return desk.organiser(visitor)
                .flatMap(organiser -> plans.handIn(organiser, id))
                .<HttpResponse<?>>map(outcome -> switch (outcome) {
                    case HandingIn.HandedIn handedIn -> Pages.seeOther(visitor, HERE + id + "?done=handed-in");
                    case HandingIn.Missing missing -> Pages.seeOther(visitor, HERE + id + "?done=missing");
                    case HandingIn.NoDraft none -> Pages.seeOther(visitor, HERE + id);
                })
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> again(
            Visitor visitor, Campaign campaign, PlanStep step, Form form, String field, String key) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, campaign, step, form.with(field, key));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Campaign campaign, PlanStep step, Form form) {
        return pages.show(visitor, status, "organiser/plan", prepared.step(visitor.language(), campaign, step, form));
    }

    private static String after(UUID id, PlanStep step, Map<String, String> typed) {
        return typed.containsKey("later")
                ? HERE + id
                : step.next().map(next -> HERE + id + "/plan/" + next.path()).orElse(HERE + id);
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("\\d{1,8}") ? Integer.parseInt(version) : -1;
    }
}
