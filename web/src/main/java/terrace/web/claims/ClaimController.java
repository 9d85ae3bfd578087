package terrace.web.claims;

import io.micronaut.http.HttpRequest;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.orders.fulfilment.Courier;
import terrace.orders.returns.Claim;
import terrace.orders.returns.Claims;
import terrace.orders.returns.Stepping;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A member's own claims, and what they can say to each. */
@Controller("/account/claims")
@Secured(Access.MEMBER)
class ClaimController {
    private static final int PAGE_SIZE = 20;
    private static final String HERE = "/account/claims/";

    private final Claims claims;
    private final ClaimSights sights;
    private final ClaimForms forms;
    private final Pages pages;

    ClaimController(Claims claims, ClaimSights sights, ClaimForms forms, Pages pages) {
        this.claims = claims;
        this.sights = sights;
        this.forms = forms;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String after) {
        UUID before = Ids.read(after).orElse(null);
        List<Claim> found = claims.ofMember(visitor.memberId(), before, PAGE_SIZE + 1);
        List<Claim> shown = found.stream().limit(PAGE_SIZE).toList();
        return pages.show(
                visitor,
                "claims/list",
                new ListPage(
                        shown.stream()
                                .map(claim -> sights.line(visitor.language(), claim))
                                .toList(),
                        found.size() > PAGE_SIZE
                                ? "/account/claims?after=" + shown.getLast().id()
                                : null,
                        before == null ? null : "/account/claims"));
    }

    @Get("/{number}")
    HttpResponse<?> show(Visitor visitor, String number) {
        return page(visitor, HttpStatus.OK, number, Form.EMPTY);
    }

    @Get("/{number}/photos/{at}")
    HttpResponse<?> photo(Visitor visitor, String number, String at) {
        return Answers.photo(claims.photo(visitor.memberId(), number, Answers.photoAt(at)));
    }

    @Post("/{number}/photos")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> addPhotos(HttpRequest<?> request, Visitor visitor, String number) {
        List<byte[]> files = Uploads.orNothing(request).files();
        return answer(visitor, number, Form.EMPTY, claims.addPhotos(visitor.memberId(), number, files));
    }

    @Post("/{number}/agreement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> agree(Visitor visitor, String number, @Body Map<String, String> typed) {
        return answer(visitor, number, Form.of(typed), claims.agree(visitor.memberId(), number));
    }

    @Post("/{number}/appeal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> appeal(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return answer(visitor, number, form, claims.appeal(visitor.memberId(), number, form.value("words")));
    }

    @Post("/{number}/parcel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sendBack(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<Courier> courier = Courier.byCode(form.value("courier"));
        if (courier.isEmpty()) {
            return page(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    number,
                    form.with("courier", "merchant.ship.courier-missing"));
        }
        return answer(
                visitor,
                number,
                form,
                claims.sendBack(visitor.memberId(), number, courier.get(), form.value("tracking")));
    }

    @Post("/{number}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(Visitor visitor, String number, @Body Map<String, String> typed) {
        return answer(visitor, number, Form.of(typed), claims.withdraw(visitor.memberId(), number));
    }

    private HttpResponse<?> answer(Visitor visitor, String number, Form form, Optional<Stepping> stepping) {
        return Answers.of(
                visitor, stepping, HERE + number, "words", form, (status, told) -> page(visitor, status, number, told));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, Form form) {
        return claims.ofMember(visitor.memberId(), number)
                .<HttpResponse<?>>map(file -> pages.show(
                        visitor,
                        status,
                        "claims/claim",
                        new ClaimPage(
                                sights.whole(visitor.language(), file, HERE + number + "/photos/"),
                                file.claim().state().open(),
                                file.claim().state().next().stream()
                                        .anyMatch(next -> next.name().equals("WITHDRAWN")),
                                Claims.PHOTOS_MAX - file.photos(),
                                forms.couriers(visitor.language()),
                                form)))
                .orElseGet(HttpResponse::notFound);
    }

    record ListPage(
            List<ClaimSight> claims,
            @Nullable String next,
            @Nullable String first) {}

    /** @param room how many more photos may be brought */
    record ClaimPage(
            ClaimSight claim,
            boolean open,
            boolean withdrawable,
            int room,
            List<ClaimForms.Choice> couriers,
            Form form) {}
}
