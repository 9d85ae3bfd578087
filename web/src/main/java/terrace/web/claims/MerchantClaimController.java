package terrace.web.claims;

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
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.returns.Claim;
import terrace.orders.returns.ClaimDesk;
import terrace.orders.returns.Stepping;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/**
 * A merchant's desk of claims: what waits for an answer first, all of them behind. Who packs may look, refuse and take
 * returned goods in; who gives money away has the right to the shop's money.
 */
@Controller("/merchant/claims")
@Secured(Access.MERCHANT)
class MerchantClaimController {
    private static final int OPEN_MAX = 100;
    private static final int PAGE_SIZE = 20;
    private static final String HERE = "/merchant/claims/";

    private final MerchantDesk desk;
    private final ClaimDesk claims;
    private final ClaimSights sights;
    private final Pages pages;

    MerchantClaimController(MerchantDesk desk, ClaimDesk claims, ClaimSights sights, Pages pages) {
        this.desk = desk;
        this.claims = claims;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param all present for all claims, not only those that are open */
    @Get
    @ForStaff({StaffRight.SHIPPING, StaffRight.MONEY})
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String all, @Nullable @QueryValue String after) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        UUID before = Ids.read(after).orElse(null);
        boolean every = all != null;
        List<Claim> found = every
                ? claims.all(merchant.get().id(), before, PAGE_SIZE + 1)
                : claims.open(merchant.get().id(), OPEN_MAX);
        List<Claim> shown = every ? found.stream().limit(PAGE_SIZE).toList() : found;
        return pages.show(
                visitor,
                "claims/desk",
                new ListPage(
                        shown.stream()
                                .map(claim -> sights.line(visitor.language(), claim))
                                .toList(),
                        every,
                        every && found.size() > PAGE_SIZE
                                ? "/merchant/claims?all=yes&after="
                                        + shown.getLast().id()
                                : null,
                        before == null ? null : "/merchant/claims?all=yes"));
    }

    @Get("/{number}")
    @ForStaff({StaffRight.SHIPPING, StaffRight.MONEY})
    HttpResponse<?> show(Visitor visitor, String number) {
        return page(visitor, HttpStatus.OK, number, Form.EMPTY);
    }

    @Get("/{number}/photos/{at}")
    @ForStaff({StaffRight.SHIPPING, StaffRight.MONEY})
    HttpResponse<?> photo(Visitor visitor, String number, String at) {
        return Answers.photo(
                desk.of(visitor).flatMap(merchant -> claims.photo(merchant.id(), number, Answers.photoAt(at))));
    }

    @Post("/{number}/grant")
    @ForStaff(StaffRight.MONEY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> grant(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return act(
                visitor,
                number,
                form,
                "words",
                (merchant, actor) ->
                        claims.grant(merchant, number, form.value("without").isEmpty(), actor));
    }

    @Post("/{number}/offer")
    @ForStaff(StaffRight.MONEY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> offer(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return act(
                visitor,
                number,
                form,
                "offer-words",
                (merchant, actor) -> claims.offer(
                        merchant, number, Answers.fen(form.value("sum")), form.value("offer-words"), actor));
    }

    @Post("/{number}/refusal")
    @ForStaff(StaffRight.SHIPPING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> refuse(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return act(
                visitor,
                number,
                form,
                "words",
                (merchant, actor) -> claims.refuse(merchant, number, form.value("words"), actor));
    }

    @Post("/{number}/agreement")
    @ForStaff(StaffRight.MONEY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> agree(Visitor visitor, String number, @Body Map<String, String> typed) {
        return act(
                visitor, number, Form.of(typed), "words", (merchant, actor) -> claims.agree(merchant, number, actor));
    }

    @Post("/{number}/objection")
    @ForStaff(StaffRight.SHIPPING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decline(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return act(
                visitor,
                number,
                form,
                "words",
                (merchant, actor) -> claims.decline(merchant, number, form.value("words"), actor));
    }

    @Post("/{number}/receipt")
    @ForStaff(StaffRight.SHIPPING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cameBack(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return act(
                visitor,
                number,
                form,
                "words",
                (merchant, actor) -> claims.cameBack(merchant, number, Answers.number(form.value("pieces")), actor));
    }

    @Post("/{number}/contest")
    @ForStaff(StaffRight.SHIPPING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> contest(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return act(
                visitor,
                number,
                form,
                "words",
                (merchant, actor) -> claims.contest(merchant, number, form.value("words"), actor));
    }

    private HttpResponse<?> act(Visitor visitor, String number, Form form, String field, Act act) {
        Optional<Stepping> stepping = desk.of(visitor).flatMap(merchant -> act.by(merchant.id(), visitor.memberId()));
        return Answers.of(
                visitor, stepping, HERE + number, field, form, (status, told) -> page(visitor, status, number, told));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, Form form) {
        return desk.of(visitor)
                .flatMap(merchant -> claims.byNumber(merchant.id(), number))
                .<HttpResponse<?>>map(file -> pages.show(
                        visitor,
                        status,
                        "claims/desk-claim",
                        new ClaimPage(sights.whole(visitor.language(), file, HERE + number + "/photos/"), form)))
                .orElseGet(HttpResponse::notFound);
    }

    /** What a merchant's person does with a claim. */
    private interface Act {
        Optional<Stepping> by(UUID merchantId, UUID actor);
    }

    record ListPage(
            List<ClaimSight> claims,
            boolean all,
            @Nullable String next,
            @Nullable String first) {}

    record ClaimPage(ClaimSight claim, Form form) {}
}
