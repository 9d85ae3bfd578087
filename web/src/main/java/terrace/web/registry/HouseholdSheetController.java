package terrace.web.registry;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.households.HouseholdFault;
import terrace.marketplace.households.HouseholdSheet;
import terrace.marketplace.households.HouseholdSheets;
import terrace.marketplace.households.HouseholdSheets.Receiving;
import terrace.marketplace.spreadsheets.Why;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Families by the sheet: what is wrong is shown, and comes back as a file, by row and column without names. */
@Controller("/endorser/households/sheets")
@Secured(Access.ENDORSER)
class HouseholdSheetController {
    private static final String HERE = HouseholdController.HERE + "/sheets";
    private static final int FAULTS_SHOWN_MAX = 100;

    private final HouseholdSheets sheets;
    private final HouseholdController register;
    private final Words words;
    private final Pages pages;

    HouseholdSheetController(HouseholdSheets sheets, HouseholdController register, Words words, Pages pages) {
        this.sheets = sheets;
        this.register = register;
        this.words = words;
        this.pages = pages;
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> receive(HttpRequest<?> request, Visitor visitor) {
        byte[] file = Uploads.orNothing(request).file();
        if (file.length == 0) {
            return wrong(visitor, "registry.sheet.missing");
        }
        Optional<Receiving> outcome = sheets.receive(visitor.memberId(), file);
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Receiving.Checked(HouseholdSheet sheet) -> Pages.seeOther(visitor, HERE + "/" + sheet.id());
            case Receiving.Unreadable(Why why) -> wrong(visitor, "registry.why." + why);
        };
    }

    private HttpResponse<?> wrong(Visitor visitor, String key) {
        return register.page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, Form.EMPTY.with("file", key), null, null);
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return sheets.of(visitor.memberId(), id)
                .<HttpResponse<?>>map(sheet -> pages.show(
                        visitor,
                        "registry/sheet",
                        new SheetPage(
                                sheet.id(),
                                sheet.good(),
                                sheet.bad(),
                                sheet.taken(),
                                sheet.faults().stream()
                                        .limit(FAULTS_SHOWN_MAX)
                                        .map(fault -> List.of(
                                                Integer.toString(fault.row()), sentence(visitor.language(), fault)))
                                        .toList())))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/taking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return sheets.take(visitor.memberId(), id).isPresent()
                ? Pages.seeOther(visitor, HERE + "/" + id)
                : HttpResponse.notFound();
    }

    @Get("/{id}/faults.csv")
    HttpResponse<?> faults(Visitor visitor, UUID id) {
        return sheets.of(visitor.memberId(), id)
                .<HttpResponse<?>>map(sheet -> HttpResponse.ok("\uFEFF"
                                + sheet.faults().stream()
                                        .map(fault ->
                                                fault.row() + ",\"" + sentence(visitor.language(), fault) + "\"\n")
                                        .collect(Collectors.joining()))
                        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"to-mend.csv\""))
                .orElseGet(HttpResponse::notFound);
    }

    private String sentence(Language language, HouseholdFault fault) {
        return words.say(language, "registry.fault." + fault.column() + "." + fault.reason());
    }

    /** @param taken how many were entered; null while it waits */
    record SheetPage(UUID id, int good, long bad, @Nullable Integer taken, List<List<String>> faults) {}
}
