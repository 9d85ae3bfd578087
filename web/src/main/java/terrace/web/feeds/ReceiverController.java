package terrace.web.feeds;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.feeds.FeedFormat;
import terrace.marketplace.feeds.FeedReceiver;
import terrace.marketplace.feeds.Feeds;
import terrace.marketplace.feeds.Making;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The outside platforms that get facts: how far each is, what went wrong, and sending again. */
@Controller("/operator/feeds")
@Secured(Access.OPERATOR)
class ReceiverController {
    private static final String HERE = "/operator/feeds";

    private final Feeds feeds;
    private final Sights sights;
    private final Pages pages;

    ReceiverController(Feeds feeds, Sights sights, Pages pages) {
        this.feeds = feeds;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        boolean known = done != null && done.matches("resent|stopped|resumed");
        return page(visitor, HttpStatus.OK, Form.EMPTY, null, known ? done : null);
    }

    /** The secret stands on the answer to this and nowhere else. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Making outcome = feeds.make(
                form.value("code").strip(),
                form.value("name").strip(),
                form.value("format").equals(FeedFormat.CSV.name()) ? FeedFormat.CSV : FeedFormat.JSON,
                form.value("address").strip(),
                actor(visitor));
        return switch (outcome) {
            case Making.Made(String secret) ->
                page(visitor, HttpStatus.OK, Form.EMPTY, new Secret(form.value("code"), secret), null);
            case Making.CodeTaken taken -> wrong(visitor, form.with("code", "feeds.code.taken"));
            case Making.CodeMalformed malformed -> wrong(visitor, form.with("code", "feeds.code.wrong"));
            case Making.NameMissing missing -> wrong(visitor, form.with("name", "feeds.name.missing"));
            case Making.AddressRefused refused -> wrong(visitor, form.with("address", "feeds.address.wrong"));
        };
    }

    @Post("/{code}/secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> renew(Visitor visitor, String code, @Body Map<String, String> typed) {
        Optional<String> secret = feeds.renewSecret(code, actor(visitor));
        return secret.isEmpty()
                ? HttpResponse.notFound()
                : page(visitor, HttpStatus.OK, Form.EMPTY, new Secret(code, secret.get()), null);
    }

    @Post("/{code}/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resend(Visitor visitor, String code, @Body Map<String, String> typed) {
        if (feeds.receiver(code).isEmpty()) {
            return HttpResponse.notFound();
        }
        String after = typed.getOrDefault("after", "").strip();
        if (!after.matches("[0-9]{1,15}")) {
            return wrong(visitor, Form.of(typed).with("after-" + code, "feeds.after.wrong"));
        }
        return feeds.resend(code, Long.parseLong(after), actor(visitor))
                ? Pages.seeOther(visitor, HERE + "?done=resent")
                : HttpResponse.notFound();
    }

    @Post("/{code}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(Visitor visitor, String code, @Body Map<String, String> typed) {
        boolean stopped = typed.containsKey("stop");
        return feeds.stop(code, stopped, actor(visitor))
                ? Pages.seeOther(visitor, HERE + "?done=" + (stopped ? "stopped" : "resumed"))
                : HttpResponse.notFound();
    }

    private static String actor(Visitor visitor) {
        return "account:" + visitor.memberId();
    }

    private HttpResponse<?> wrong(Visitor visitor, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null, null);
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Form form, @Nullable Secret secret, @Nullable String done) {
        return pages.show(
                visitor,
                status,
                "feeds/receivers",
                new ReceiversPage(feeds.receivers().stream().map(this::row).toList(), form, secret, done));
    }

    private Row row(FeedReceiver receiver) {
        String trouble = receiver.trouble();
        return new Row(
                receiver.code(),
                receiver.name(),
                receiver.format().name(),
                receiver.pushUrl(),
                receiver.stopped(),
                receiver.reached(),
                receiver.last(),
                time(receiver.succeededAt()),
                time(receiver.waitingSince()),
                trouble == null ? null : trouble.matches("[0-9]+") ? "STATUS" : trouble,
                trouble,
                receiver.tries());
    }

    private @Nullable String time(@Nullable Instant at) {
        return at == null ? null : sights.time(at);
    }

    /** Shown this once. */
    record Secret(String code, String text) {}

    /** @param trouble key of the sentence, detail what it is filled with */
    record Row(
            String code,
            String name,
            String format,
            @Nullable String address,
            boolean stopped,
            long reached,
            long last,
            @Nullable String succeeded,
            @Nullable String waiting,
            @Nullable String trouble,
            @Nullable String detail,
            int tries) {}

    record ReceiversPage(
            List<Row> rows,
            Form form,
            @Nullable Secret secret,
            @Nullable String done) {}
}
