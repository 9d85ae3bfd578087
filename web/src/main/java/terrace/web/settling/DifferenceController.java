package terrace.web.settling;

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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.reconciliation.DifferenceQueue;
import terrace.orders.reconciliation.WriteOffs;
import terrace.orders.reconciliation.WritingOff;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A difference with the bank: who sees to it, what was found out, and giving it up by two persons. */
@Controller("/operator/differences")
@Secured(Access.OPERATOR)
class DifferenceController {
    private final DifferenceQueue queue;
    private final WriteOffs writeOffs;
    private final DifferencePages prepared;
    private final Pages pages;

    DifferenceController(DifferenceQueue queue, WriteOffs writeOffs, DifferencePages prepared, Pages pages) {
        this.queue = queue;
        this.writeOffs = writeOffs;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param done what was just done about an order the bank would not clear */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        return pages.show(visitor, "settling/differences", prepared.list(done));
    }

    /** @param done what was just done, to say so */
    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id, @Nullable @QueryValue String done) {
        return page(visitor, HttpStatus.OK, id, Form.EMPTY, done);
    }

    @Post("/{id}/note")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> note(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        if (form.value("note").length() > DifferenceQueue.NOTE_CHARS_MAX) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form.with("note", "settling.words-long"), null);
        }
        return queue.see(id, visitor.memberId(), form.value("note"))
                ? at(visitor, id, "noted")
                : HttpResponse.notFound();
    }

    @Post("/{id}/write-offs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> propose(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        int chars = form.value("reason").strip().length();
        if (chars < WriteOffs.REASON_CHARS_MIN || chars > WriteOffs.REASON_CHARS_MAX) {
            return page(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    id,
                    form.with("reason", "settling.write-off.reason-wanted"),
                    null);
        }
        return writeOffs
                .propose(id, visitor.memberId(), form.value("reason"))
                .<HttpResponse<?>>map(result -> at(visitor, id, word(result)))
                .orElseGet(HttpResponse::notFound);
    }

    /** @param typed {@code approve} is yes or no */
    @Post("/{id}/write-offs/{writeOffId}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(Visitor visitor, UUID id, UUID writeOffId, @Body Map<String, String> typed) {
        boolean approved = "yes".equals(typed.get("approve"));
        return writeOffs
                .decide(writeOffId, visitor.memberId(), approved)
                .<HttpResponse<?>>map(result -> at(visitor, id, word(result)))
                .orElseGet(HttpResponse::notFound);
    }

    private static String word(WritingOff result) {
        return switch (result) {
            case WritingOff.Proposed proposed -> "proposed";
            case WritingOff.Decided decided -> "decided";
            case WritingOff.NothingToWriteOff nothing -> "nothing";
            case WritingOff.Standing standing -> "standing";
            case WritingOff.SamePerson same -> "same-person";
        };
    }

    private static HttpResponse<?> at(Visitor visitor, UUID id, String done) {
        return Pages.seeOther(visitor, "/operator/differences/" + id + "?done=" + done);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, UUID id, Form form, @Nullable String done) {
        return queue.byId(id)
                .<HttpResponse<?>>map(difference -> pages.show(
                        visitor,
                        status,
                        "settling/difference",
                        prepared.of(difference, visitor.memberId(), form, done)))
                .orElseGet(HttpResponse::notFound);
    }
}
