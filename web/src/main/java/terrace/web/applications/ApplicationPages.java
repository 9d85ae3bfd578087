package terrace.web.applications;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Field;
import terrace.marketplace.applications.Flag;
import terrace.marketplace.applications.Gap;
import terrace.marketplace.applications.Requirements;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Form;
import terrace.web.signin.Visitor;

/** What an applicant's own pages show. */
@Singleton
class ApplicationPages {
    private static final List<String> KINDS =
            Arrays.stream(Merchant.Kind.values()).map(Enum::name).toList();
    /** Those with controls of their own. */
    private static final Set<Field> OWN_CONTROL = Set.of(Field.COUNTY, Field.GOODS);

    private final Applications applications;
    private final DossierPages dossiers;
    private final Partners partners;
    private final Regions regions;

    ApplicationPages(Applications applications, DossierPages dossiers, Partners partners, Regions regions) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.partners = partners;
        this.regions = regions;
    }

    FormPage empty() {
        return new FormPage(Form.EMPTY, KINDS, List.of(), List.of(), List.of(), List.of(), List.of(), false, null);
    }

    FormPage form(Visitor visitor, Application application, List<Gap> told, boolean saved) {
        Map<String, String> typed = new HashMap<>(application.typed());
        typed.put("kind", application.kind() == null ? "" : application.kind().name());
        Arrays.stream(Field.values()).filter(Field::masked).forEach(field -> typed.put(field.id(), ""));
        Form form = ApplicationController.with(Form.of(typed), told);
        List<Control> controls = application.kind() == null ? List.of() : controls(application.kind(), application);
        return new FormPage(
                form,
                KINDS,
                controls,
                regions.counties(form.value(Applications.PROVINCE)),
                options(visitor),
                applications.gaps(application).stream()
                        .map(gap -> new Missing(
                                gap.paper(),
                                gap.subject(),
                                "applications.gap." + gap.subject() + (gap.paper() ? "" : "." + gap.reason())))
                        .toList(),
                applications.flags(application).stream()
                        .sorted()
                        .map(Flag::name)
                        .toList(),
                saved,
                dossiers.of(visitor.language(), application, List.of(), Set.of(), applications.history(application)));
    }

    StatusPage status(Visitor visitor, Application application) {
        return new StatusPage(
                dossiers.of(
                        visitor.language(),
                        application,
                        applications.papers(visitor.workerId()),
                        Set.of(),
                        applications.history(application)),
                dossiers.stages(visitor.language()),
                DossierPages.stage(application.state()));
    }

    private List<Option> options(Visitor visitor) {
        return partners.all().stream()
                .map(partner ->
                        new Option(partner.code(), visitor.language().english() ? partner.nameEn() : partner.name()))
                .toList();
    }

    private static List<Control> controls(Merchant.Kind kind, Application application) {
        Requirements requirements = Requirements.of(kind);
        return requirements.fields().stream()
                .map(field -> new Control(
                        field.id(),
                        OWN_CONTROL.contains(field) ? field.id() : "text",
                        switch (field) {
                            case PHONE -> "tel";
                            case PERSON -> "name";
                            default -> "off";
                        },
                        requirements.needed().contains(field),
                        field.masked() ? application.shown(field) : ""))
                .toList();
    }

    /**
     * An input of the form.
     *
     * @param shape text, county or goods
     * @param kept what is known of a number that is never shown in full
     */
    record Control(String id, String shape, String autocomplete, boolean needed, String kept) {}

    /** @param key of the sentence */
    record Missing(boolean paper, String subject, String key) {}

    record Option(String value, String text) {}

    /** @param dossier null before anything was typed */
    record FormPage(
            Form form,
            List<String> kinds,
            List<Control> controls,
            List<Region> counties,
            List<Option> partners,
            List<Missing> missing,
            List<String> flags,
            boolean saved,
            @Nullable Dossier dossier) {}

    record StatusPage(Dossier dossier, List<String> stages, int stage) {}
}
