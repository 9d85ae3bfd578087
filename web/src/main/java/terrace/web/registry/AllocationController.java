package terrace.web.registry;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.households.Households;
import terrace.marketplace.households.Village;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.Allocating;
import terrace.marketplace.impact.Allocation;
import terrace.marketplace.impact.Allocations;
import terrace.marketplace.impact.NewAllocation;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Which families of the county stand behind which goods. */
@Controller("/endorser/allocations")
@Secured(Access.ENDORSER)
class AllocationController {
    private static final String HERE = "/endorser/allocations";
    private static final int SHOWN = 50;

    private final Allocations allocations;
    private final Households households;
    private final AllocationForm forms;
    private final AllocationRows rows;
    private final Clock clock;
    private final Pages pages;

    AllocationController(
            Allocations allocations,
            Households households,
            AllocationForm forms,
            AllocationRows rows,
            Clock clock,
            Pages pages) {
        this.allocations = allocations;
        this.households = households;
        this.forms = forms;
        this.rows = rows;
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @QueryValue(defaultValue = "" + Long.MAX_VALUE) long before,
            @Nullable @QueryValue String done) {
        Map<String, String> blank = new HashMap<>();
        blank.put("allocation", Ids.next().toString());
        blank.put("from", clock.today().toString());
        blank.put("to", clock.today().plusYears(1).toString());
        blank.put(
                "villages",
                households.villages(visitor.memberId()).orElse(List.of()).stream()
                        .map(Village::name)
                        .collect(Collectors.joining("\n")));
        return page(visitor, HttpStatus.OK, Form.of(blank), before, done != null);
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> record(HttpRequest<?> request, Visitor visitor) {
        Upload upload = Uploads.orNothing(request);
        AllocationForm.Read read = forms.read(upload.fields());
        NewAllocation wanted = read.wanted();
        if (wanted == null) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, read.form(), Long.MAX_VALUE, false);
        }
        Optional<Allocating> outcome = allocations.record(visitor.memberId(), wanted, upload.file());
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return outcome.get() instanceof Allocating.Recorded
                ? Pages.seeOther(visitor, HERE + "?done=recorded")
                : page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        AllocationForm.told(read.form(), outcome.get()),
                        Long.MAX_VALUE,
                        false);
    }

    @Get("/{number}/document")
    HttpResponse<?> document(Visitor visitor, long number) {
        return Documents.send(allocations.documentOf(visitor.memberId(), number), "allocation-" + number);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, long before, boolean done) {
        List<Allocation> found =
                allocations.ofEndorser(visitor.memberId(), before, SHOWN).orElse(List.of());
        return pages.show(
                visitor,
                status,
                "registry/allocations",
                new AllocationsPage(
                        form,
                        rows.of(found),
                        found.size() < SHOWN
                                ? null
                                : HERE + "?before=" + found.getLast().number(),
                        before == Long.MAX_VALUE ? null : HERE,
                        done));
    }

    record AllocationsPage(
            Form form,
            List<AllocationRows.Row> rows,
            @Nullable String next,
            @Nullable String first,
            boolean done) {}
}
