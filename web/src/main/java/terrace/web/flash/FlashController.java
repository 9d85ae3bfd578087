package terrace.web.flash;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.flashsales.Queueing;
import terrace.catalog.flashsales.WaitingLines;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Flash sales: the sessions of the day for everybody, one offer for its reader, and the line when all is taken. */
@Controller("/flash")
@Secured(Access.ANYONE)
class FlashController {
    private static final int SECONDS = 2;
    /** Says in an address that figures shall stand still. */
    private static final String STILL = "no";

    private static final Set<String> SAID = Set.of("in-line", "not-needed", "has-one", "full", "over", "left");

    private final FlashPages prepared;
    private final WaitingLines lines;
    private final Pages pages;

    FlashController(FlashPages prepared, WaitingLines lines, Pages pages) {
        this.prepared = prepared;
        this.lines = lines;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> day(Visitor visitor, @QueryValue(defaultValue = "") String live) {
        return pages.showPublic(
                visitor, "flash", SECONDS, "flash/day", () -> prepared.day(visitor.language(), !live.equals(STILL)));
    }

    /** Only what changes, for a page that stays open. */
    @Get("/sessions")
    HttpResponse<?> sessions(Visitor visitor) {
        return pages.showPublic(
                visitor,
                "sessions",
                SECONDS,
                "flash/sessions :: sessions",
                () -> prepared.day(visitor.language(), true));
    }

    @Get("/{id}")
    HttpResponse<?> offer(Visitor visitor, UUID id, @Nullable @QueryValue String said) {
        String known = said != null && SAID.contains(said) ? said : null;
        return prepared.offer(visitor, id, known)
                .<HttpResponse<?>>map(page -> pages.show(visitor, "flash/offer", page))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/waiting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Access.MEMBER)
    HttpResponse<?> join(Visitor visitor, UUID id) {
        Optional<Queueing> outcome = lines.join(id, visitor.memberId());
        return outcome.isEmpty()
                ? HttpResponse.notFound()
                : Pages.seeOther(
                        visitor,
                        "/flash/" + id + "?said="
                                + switch (outcome.get()) {
                                    case Queueing.InLine in -> "in-line";
                                    case Queueing.NotNeeded not -> "not-needed";
                                    case Queueing.HasOne one -> "has-one";
                                    case Queueing.Full full -> "full";
                                    case Queueing.Over over -> "over";
                                });
    }

    @Post("/{id}/waiting/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Access.MEMBER)
    HttpResponse<?> leave(Visitor visitor, UUID id) {
        lines.leave(id, visitor.memberId());
        return Pages.seeOther(visitor, "/flash/" + id + "?said=left");
    }
}
