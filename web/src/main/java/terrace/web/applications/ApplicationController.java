package terrace.web.applications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Field;
import terrace.marketplace.applications.Gap;
import terrace.marketplace.applications.Saving;
import terrace.marketplace.applications.Submission;
import terrace.marketplace.merchants.Merchant;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Applying to sell: the form while it is written, how far it is afterwards. */
@Controller("/merchant/application")
@Secured(Access.SIGNED_IN)
class ApplicationController {
    private static final String HERE = "/merchant/application";

    private final Applications applications;
    private final ApplicationPages views;
    private final Pages pages;

    ApplicationController(Applications applications, ApplicationPages views, Pages pages) {
        this.applications = applications;
        this.views = views;
        this.pages = pages;
    }

    /** @param anew whether to begin another after one that has ended */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue Boolean saved, @Nullable @QueryValue Boolean anew) {
        Optional<Application> application = applications.of(visitor.workerId());
        boolean again = Boolean.TRUE.equals(anew)
                && application.filter(ApplicationController::ended).isPresent();
        if (application.isEmpty() || again) {
            return pages.show(visitor, "applications/application", views.empty());
        }
        return application.get().editable()
                ? pages.show(
                        visitor,
                        "applications/application",
                        views.form(visitor, application.get(), List.of(), Boolean.TRUE.equals(saved)))
                : pages.show(visitor, "applications/status", views.status(visitor, application.get()));
    }

    /** Keeps the draft. A script sends it at every change, and is told what is still missing. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        Saving saving = keep(visitor, typed);
        if (saving instanceof Saving.Saved(Application application)) {
            if ("missing".equals(request.getHeaders().get("HX-Target"))) {
                return pages.show(
                        visitor, "applications/missing :: missing", views.form(visitor, application, List.of(), true));
            }
            boolean more = typed.containsKey("show");
            return Pages.seeOther(visitor, HERE + (more ? "#fields" : "?saved=true"));
        }
        return saving instanceof Saving.HouseholdOnly(Application application)
                ? householdOnly(visitor, application)
                : Pages.seeOther(visitor, HERE);
    }

    private HttpResponse<?> householdOnly(Visitor visitor, Application application) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "applications/application",
                views.form(
                        visitor,
                        application,
                        List.of(new Gap(Field.BANK_ACCOUNT.id(), false, Gap.Reason.HOUSEHOLD_ONLY)),
                        false));
    }

    /** Keeps it and hands it in. */
    @Post("/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> submit(Visitor visitor, @Body Map<String, String> typed) {
        if (typed.containsKey("goods") || typed.containsKey("kind")) {
            if (keep(visitor, typed) instanceof Saving.HouseholdOnly(Application application)) {
                return householdOnly(visitor, application);
            }
        }
        Optional<Submission> submission = applications.submit(visitor.workerId());
        return submission.isPresent()
                        && submission.get() instanceof Submission.Incomplete(Application application, List<Gap> gaps)
                ? pages.show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "applications/application",
                        views.form(visitor, application, gaps, false))
                : Pages.seeOther(visitor, HERE);
    }

    private Saving keep(Visitor visitor, Map<String, String> typed) {
        Merchant.@Nullable Kind kind = Arrays.stream(Merchant.Kind.values())
                .filter(known -> known.name().equals(typed.get("kind")))
                .findFirst()
                .orElse(null);
        return applications.save(
                visitor.workerId(), kind, typed, visitor.language().english());
    }

    private static boolean ended(Application application) {
        return application.state() == Application.State.REFUSED || application.state() == Application.State.OPEN;
    }

    static Form with(Form form, List<Gap> gaps) {
        Form told = form;
        for (Gap gap : gaps) {
            told = gap.paper()
                    ? told.with("papers", "applications.gap." + gap.subject())
                    : told.with(gap.subject(), "applications.gap." + gap.subject() + "." + gap.reason());
        }
        return told;
    }
}
