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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.assistance.Acts;
import terrace.marketplace.assistance.Assistance;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.assistance.Beginning;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.clock.Clock;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What a household sees and decides about clerks who act for it, or would like to. */
@Controller("/account/assistance")
@Secured(Access.SIGNED_IN)
class AssistanceController {
    private static final String HERE = "/account/assistance";
    private static final int ACTS_SHOWN = 30;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clock.ZONE);

    private final Assistances assistances;
    private final Acts acts;
    private final Pages pages;

    AssistanceController(Assistances assistances, Acts acts, Pages pages) {
        this.assistances = assistances;
        this.acts = acts;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue Long before, @Nullable @QueryValue String done) {
        return page(visitor, HttpStatus.OK, before, Form.EMPTY, done);
    }

    @Post("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Beginning> outcome = assistances.accept(visitor.memberId(), id);
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return outcome.get() instanceof Beginning.Begun
                ? Pages.seeOther(visitor, HERE + "?done=begun")
                : page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        null,
                        Form.EMPTY.with("asking", "assistance.end-other-first"),
                        null);
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return assistances.end(visitor.memberId(), id)
                ? Pages.seeOther(visitor, HERE + "?done=ended")
                : HttpResponse.notFound();
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, @Nullable Long before, Form form, @Nullable String done) {
        UUID reader = visitor.memberId();
        List<AuditEntry> found = acts.of(reader, before == null ? Long.MAX_VALUE : before, ACTS_SHOWN + 1);
        List<Act> shown = found.stream().limit(ACTS_SHOWN).map(this::act).toList();
        return pages.show(
                visitor,
                status,
                "assistance/assistance",
                new AssistancePage(
                        form,
                        assistances.asking(reader).stream().map(this::who).toList(),
                        assistances.ofHousehold(reader).stream().map(this::who).toList(),
                        shown,
                        found.size() > ACTS_SHOWN
                                ? HERE + "?before=" + found.get(ACTS_SHOWN - 1).id()
                                : null,
                        before == null ? null : HERE,
                        done == null || !List.of("begun", "ended").contains(done) ? null : done));
    }

    private Who who(Assistance each) {
        return new Who(
                each.id(),
                assistances.clerkName(each.clerk()),
                each.state() == Assistance.State.ACTIVE,
                each.beganAt() == null ? "" : AT.format(each.beganAt()),
                each.endedAt() == null ? "" : AT.format(each.endedAt()));
    }

    /** Names of people stand in the trail as ids; the page says them. */
    private Act act(AuditEntry entry) {
        String clerk = entry.actor().substring(entry.actor().indexOf(':') + 1);
        return new Act(
                AT.format(entry.at()),
                assistances.clerkName(UUID.fromString(clerk)),
                Acts.kind(entry),
                entry.act().startsWith("assisted.") ? entry.subject() : entry.act());
    }

    record Who(UUID id, String clerk, boolean active, String since, String until) {}

    /** @param detail the form that was sent, or what came of it */
    record Act(String at, String clerk, String kind, String detail) {}

    record AssistancePage(
            Form form,
            List<Who> asking,
            List<Who> acting,
            List<Act> acts,
            @Nullable String next,
            @Nullable String first,
            @Nullable String done) {}
}
