package terrace.web.inbox;

import io.micronaut.http.HttpResponse;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.Message;
import terrace.marketplace.inbox.Messages;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What the reader was told. */
@Controller("/account/notices")
@Secured(Access.SIGNED_IN)
class NoticeController {
    private static final String HERE = "/account/notices";
    private static final int SHOWN = 20;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clock.ZONE);

    private final Inbox inbox;
    private final Pages pages;

    NoticeController(Inbox inbox, Pages pages) {
        this.inbox = inbox;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue UUID before) {
        Messages found =
                inbox.of(visitor.memberId(), before, SHOWN, visitor.language().english());
        List<Row> rows = found.messages().stream().map(Row::of).toList();
        return pages.show(
                visitor,
                "inbox/notices",
                new NoticesPage(
                        rows,
                        rows.stream().anyMatch(row -> !row.read()),
                        rows.isEmpty() ? null : rows.getFirst().id(),
                        found.nextBefore() == null ? null : HERE + "?before=" + found.nextBefore(),
                        before == null ? null : HERE));
    }

    /** Marks one as read and leads to what it is about. */
    @Post("/{id}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> read(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return inbox.open(visitor.memberId(), id, visitor.language().english())
                .<HttpResponse<?>>map(message -> Pages.seeOther(visitor, message.path()))
                .orElseGet(HttpResponse::notFound);
    }

    /** Marks as read what was on the page and before; not what came since. */
    @Post("/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> readAll(Visitor visitor, @Body Map<String, String> typed) {
        try {
            inbox.readUntil(visitor.memberId(), UUID.fromString(typed.getOrDefault("until", "")));
            return Pages.seeOther(visitor, HERE);
        } catch (IllegalArgumentException e) {
            return HttpResponse.notFound();
        }
    }

    record Row(UUID id, String kind, String title, String text, String at, boolean read) {
        static Row of(Message message) {
            return new Row(
                    message.id(),
                    message.kind().name(),
                    message.title(),
                    message.text(),
                    AT.format(message.at()),
                    message.read());
        }
    }

    /** @param until the newest shown */
    record NoticesPage(
            List<Row> rows,
            boolean unread,
            @Nullable UUID until,
            @Nullable String next,
            @Nullable String first) {}
}
