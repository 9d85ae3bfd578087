package terrace.web.registry;

import io.micronaut.http.HttpHeaders;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.households.Entering;
import terrace.marketplace.households.Household;
import terrace.marketplace.households.HouseholdFault;
import terrace.marketplace.households.HouseholdSheets;
import terrace.marketplace.households.Households;
import terrace.marketplace.households.NewHousehold;
import terrace.marketplace.households.Village;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A county's register of families: by village, by form; names are taken in and never shown again. */
@Controller("/endorser/households")
@Secured(Access.ENDORSER)
class HouseholdController {
    static final String HERE = "/endorser/households";

    private final Households households;
    private final Endorsers endorsers;
    private final Regions regions;
    private final Pages pages;

    HouseholdController(Households households, Endorsers endorsers, Regions regions, Pages pages) {
        this.households = households;
        this.endorsers = endorsers;
        this.regions = regions;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String village, @Nullable @QueryValue String done) {
        boolean known = done != null && done.matches("entered|left|taken");
        return page(visitor, HttpStatus.OK, Form.EMPTY, village, known ? done : null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<Entering> outcome = households.enter(
                visitor.memberId(),
                new NewHousehold(
                        form.value("village"), form.value("name"), form.value("register"), form.value("people")));
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Entering.Entered entered -> Pages.seeOther(visitor, HERE + "?done=entered");
            case Entering.Refused(List<HouseholdFault> faults) ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, told(form, faults), null, null);
        };
    }

    private static Form told(Form form, List<HouseholdFault> faults) {
        Form told = form;
        for (HouseholdFault fault : faults) {
            told = told.with(
                    fault.column().name().toLowerCase(Locale.ROOT),
                    "registry.fault." + fault.column() + "." + fault.reason());
        }
        return told;
    }

    @Post("/{id}/leaving")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> leave(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return households.leave(visitor.memberId(), id)
                ? Pages.seeOther(visitor, HERE + "?done=left")
                : HttpResponse.notFound();
    }

    /** The empty sheet, with its headings. */
    @Get("/template.csv")
    HttpResponse<?> template(Visitor visitor) {
        return HttpResponse.ok("\uFEFF" + String.join(",", HouseholdSheets.HEADINGS) + "\n")
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"households.csv\"");
    }

    HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Form form, @Nullable String village, @Nullable String done) {
        List<Village> villages = households.villages(visitor.memberId()).orElse(List.of());
        String county = endorsers
                .of(visitor.memberId())
                .map(endorser -> regions.path(endorser.countyCode()))
                .orElse("");
        List<Household> shown = village == null
                ? List.of()
                : households.ofVillage(visitor.memberId(), village).orElse(List.of());
        return pages.show(
                visitor,
                status,
                "registry/households",
                new HouseholdsPage(
                        county,
                        villages,
                        villages.stream().mapToInt(Village::households).sum(),
                        village,
                        shown,
                        form,
                        HouseholdSheets.ROWS_MAX,
                        done));
    }

    /** @param village whose families are shown, by number; null for none */
    record HouseholdsPage(
            String county,
            List<Village> villages,
            int total,
            @Nullable String village,
            List<Household> families,
            Form form,
            int rowsMax,
            @Nullable String done) {}
}
