package terrace.web.claims;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.returns.ClaimKind;
import terrace.orders.returns.Claimable;
import terrace.orders.returns.Claims;
import terrace.orders.returns.Opening;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What can be claimed of an order, line by line, and the form to claim it. */
@Controller("/orders/{number}/claims")
@Secured(Access.MEMBER)
class ClaimOpeningController {
    private final Claims claims;
    private final ClaimSights sights;
    private final ClaimForms forms;
    private final Pages pages;

    ClaimOpeningController(Claims claims, ClaimSights sights, ClaimForms forms, Pages pages) {
        this.claims = claims;
        this.sights = sights;
        this.forms = forms;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> lines(Visitor visitor, String number) {
        return claims.claimable(visitor.memberId(), number)
                .<HttpResponse<?>>map(found -> pages.show(
                        visitor,
                        "claims/order",
                        new OrderPage(
                                number,
                                found.stream().map(each -> line(visitor, each)).toList())))
                .orElseGet(HttpResponse::notFound);
    }

    /** @param line its position in the order */
    @Get("/new")
    HttpResponse<?> form(
            Visitor visitor, String number, @Nullable @QueryValue String line, @Nullable @QueryValue String kind) {
        return form(
                visitor,
                HttpStatus.OK,
                number,
                Form.of(Map.of("line", line == null ? "" : line, "kind", kind == null ? "" : kind)));
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> open(HttpRequest<?> request, Visitor visitor, String number) {
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        Optional<ClaimKind> kind = ClaimForms.kind(form.value("kind"));
        if (kind.isEmpty()) {
            return HttpResponse.notFound();
        }
        Optional<Opening> opening = claims.open(
                visitor.memberId(),
                number,
                ClaimForms.read(form, Answers.number(form.value("line")), kind.get()),
                upload.files());
        if (opening.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (opening.get()) {
            case Opening.Opened opened ->
                Pages.seeOther(visitor, "/account/claims/" + opened.claim().number());
            case Opening.Refused(Opening.Fault fault) ->
                form(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        number,
                        form.with(field(fault), "claims.fault." + fault.name()));
        };
    }

    private static String field(Opening.Fault fault) {
        return switch (fault) {
            case QUANTITY -> "quantity";
            case SPOILED_MISSING -> "spoiled";
            case SUM -> "sum";
            case WORDS_MISSING, WORDS_TOO_LONG -> "words";
            case PHOTO_MISSING, TOO_MANY_PHOTOS, PHOTO_UNREADABLE -> "photos";
            case NOT_SENT, NO_SUCH_LINE, TOO_LATE, NOT_RETURNABLE, NOTHING_LEFT -> "claim";
        };
    }

    private HttpResponse<?> form(Visitor visitor, HttpStatus status, String number, Form form) {
        int position = Answers.number(form.value("line"));
        Optional<ClaimKind> kind = ClaimForms.kind(form.value("kind"));
        Optional<Claimable> line = claims.claimable(visitor.memberId(), number).orElse(List.of()).stream()
                .filter(each -> each.line().position() == position)
                .findFirst();
        if (line.isEmpty() || kind.isEmpty()) {
            return HttpResponse.notFound();
        }
        return pages.show(
                visitor,
                status,
                "claims/new",
                new FormPage(
                        number,
                        line(visitor, line.get()),
                        kind.get().name(),
                        kind.get().photos(),
                        kind.get().goodsBack(),
                        forms.scale(visitor.language()),
                        form.values().containsKey("quantity")
                                ? form.value("quantity")
                                : Integer.toString(line.get().line().quantity()),
                        form));
    }

    private Line line(Visitor visitor, Claimable each) {
        return new Line(
                each.line().position(),
                each.line().listingId(),
                each.line().title(),
                each.line().skuName(),
                each.line().quantity(),
                each.leftFen(),
                each.leftFen() == 0
                                || each.claims().stream()
                                        .anyMatch(claim -> claim.state().open())
                        ? List.of()
                        : each.kinds().stream().map(ClaimKind::name).toList(),
                each.claims().stream()
                        .map(claim -> sights.line(visitor.language(), claim))
                        .toList());
    }

    /** @param kinds what may be claimed of it now */
    record Line(
            int position,
            UUID listingId,
            String title,
            String sku,
            int quantity,
            long leftFen,
            List<String> kinds,
            List<ClaimSight> claims) {}

    record OrderPage(String number, List<Line> lines) {}

    record FormPage(
            String number,
            Line line,
            String kind,
            boolean photos,
            boolean goodsBack,
            List<ClaimForms.Choice> scale,
            String quantity,
            Form form) {}
}
