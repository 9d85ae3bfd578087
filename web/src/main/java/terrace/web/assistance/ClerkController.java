package terrace.web.assistance;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.assistance.Asking;
import terrace.marketplace.assistance.Assistance;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.assistance.Beginning;
import terrace.marketplace.sessions.Session;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A clerk's desk: households asked, households acted for. */
@Controller("/clerk")
@Secured(Access.CLERK)
class ClerkController {
    private final Assistances assistances;
    private final Accounts accounts;
    private final Pages pages;

    ClerkController(Assistances assistances, Accounts accounts, Pages pages) {
        this.assistances = assistances;
        this.accounts = accounts;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        return page(visitor, HttpStatus.OK, Form.EMPTY, done);
    }

    @Post("/households")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        if (!typed.containsKey("unrelated")) {
            return again(visitor, form.with("unrelated", "assistance.unrelated-missing"));
        }
        Asking outcome = assistances.ask(
                visitor.memberId(),
                form.value("contact"),
                form.value("name"),
                false,
                visitor.language().english());
        return switch (outcome) {
            case Asking.Asked asked -> Pages.seeOther(visitor, "/clerk?done=asked");
            case Asking.ActsAlready already -> Pages.seeOther(visitor, "/clerk");
            case Asking.BadContact bad -> again(visitor, form.with("contact", "assistance.bad-contact"));
            case Asking.NameMissing missing -> again(visitor, form.with("name", "assistance.name-missing"));
            case Asking.Related related -> again(visitor, form.with("contact", "assistance.own"));
            case Asking.NoWay no -> again(visitor, form.with("contact", "assistance.no-way"));
            case Asking.NotInOffice not -> again(visitor, form.with("contact", "assistance.not-in-office"));
            case Asking.TooMany many -> again(visitor, form.with("contact", "assistance.too-many"));
        };
    }

    @Post("/households/{id}/beginning")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Beginning> outcome = assistances.begin(visitor.memberId(), id, typed.getOrDefault("code", ""));
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        String field = "code-" + id;
        return switch (outcome.get()) {
            case Beginning.Begun begun -> Pages.seeOther(visitor, "/clerk?done=begun");
            case Beginning.WrongCode wrong -> again(visitor, Form.EMPTY.with(field, "assistance.wrong-code"));
            case Beginning.CodeSpent spent -> again(visitor, Form.EMPTY.with(field, "assistance.code-spent"));
            case Beginning.AnotherActs other -> again(visitor, Form.EMPTY.with(field, "assistance.another"));
            case Beginning.Busy busy -> again(visitor, Form.EMPTY.with(field, "account.busy"));
        };
    }

    /** From here on the pages are the household's. */
    @Post("/households/{id}/acting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> act(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        UUID session = session(visitor);
        if (!assistances.act(visitor.memberId(), id, session)) {
            return HttpResponse.notFound();
        }
        boolean shop = assistances
                .acting(visitor.memberId(), session)
                .filter(household -> household.is(Role.MERCHANT))
                .isPresent();
        return Pages.seeOther(visitor, shop ? "/merchant" : "/merchant/application");
    }

    @Post("/acting/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rest(Visitor visitor, @Body Map<String, String> typed) {
        assistances.rest(session(visitor));
        return Pages.seeOther(visitor, "/clerk");
    }

    @Post("/households/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return assistances.end(visitor.memberId(), id)
                ? Pages.seeOther(visitor, "/clerk?done=ended")
                : HttpResponse.notFound();
    }

    private HttpResponse<?> again(Visitor visitor, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, @Nullable String done) {
        Account acting = visitor.household();
        List<Row> rows = assistances.ofClerk(visitor.memberId()).stream()
                .map(each -> row(each, acting))
                .toList();
        String known = done == null || !List.of("asked", "begun", "ended").contains(done) ? null : done;
        return pages.show(
                visitor,
                status,
                "assistance/households",
                new HouseholdsPage(form, assistances.clerkName(visitor.memberId()), rows, known));
    }

    private Row row(Assistance each, @Nullable Account acting) {
        boolean active = each.state() == Assistance.State.ACTIVE;
        boolean shop = active
                && Optional.ofNullable(each.household())
                        .flatMap(accounts::byId)
                        .filter(household -> household.is(Role.MERCHANT))
                        .isPresent();
        boolean now = acting != null && acting.id().equals(each.household());
        return new Row(each.id(), each.name(), each.contact(), active, shop, now);
    }

    private static UUID session(Visitor visitor) {
        Session session = Objects.requireNonNull(visitor.session());
        return session.id();
    }

    /**
     * @param active whether the household agreed
     * @param now whether this session acts for it
     */
    record Row(UUID id, String name, String contact, boolean active, boolean shop, boolean now) {}

    record HouseholdsPage(
            Form form,
            String clerk,
            List<Row> rows,
            @Nullable String done) {}
}
