package terrace.web.coupons;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.coupons.Claiming;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.gifts.Codes;
import terrace.marketplace.gifts.Gifts;
import terrace.marketplace.gifts.Redeeming;
import terrace.marketplace.ids.Ids;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Entrance;
import terrace.web.signin.Visitor;

/** A member's coupons and points, and the ways to come by more. */
@Controller("/account/coupons")
@Secured(Access.MEMBER)
class CouponController {
    private static final String HERE = "/account/coupons";

    /** More who claim at once are a rush: they are told in few words, for the page itself asks a dozen questions. */
    private static final int RUSH = 8;

    /** What a refusal in a rush says is the same for everybody. */
    private static final int SMALL_PAGE_SECONDS = 60;

    private final AtomicInteger claiming = new AtomicInteger();
    private final Coupons coupons;
    private final Gifts gifts;
    private final Codes codes;
    private final CouponPages prepared;
    private final Entrance entrance;
    private final Pages pages;

    CouponController(Coupons coupons, Gifts gifts, Codes codes, CouponPages prepared, Entrance entrance, Pages pages) {
        this.coupons = coupons;
        this.gifts = gifts;
        this.codes = codes;
        this.prepared = prepared;
        this.entrance = entrance;
        this.pages = pages;
    }

    /** @param done what was just done, to say so */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String done) {
        String known = done != null && done.matches("claimed|packed|came|came-won") ? done : null;
        return pages.show(visitor, "coupons/coupons", prepared.page(visitor, known, null, Form.EMPTY));
    }

    /** The coupon's id is minted with the page, so that pressing twice claims one. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> claim(Visitor visitor, @Body Map<String, String> typed) {
        Optional<UUID> batch = Ids.read(typed.get("batch"));
        Optional<UUID> coupon = Ids.read(typed.get("coupon"));
        if (batch.isEmpty() || coupon.isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean rush = claiming.incrementAndGet() > RUSH;
        try {
            Claiming outcome = coupons.claim(visitor.memberId(), batch.get(), coupon.get(), visitor.id());
            if (outcome instanceof Claiming.Claimed) {
                return Pages.seeOther(visitor, HERE + "?done=claimed");
            }
            return rush ? refusedInRush(visitor, key(outcome)) : refused(visitor, key(outcome), Form.EMPTY);
        } finally {
            claiming.decrementAndGet();
        }
    }

    private HttpResponse<?> refusedInRush(Visitor visitor, String problem) {
        return pages.showPublic(visitor, problem, SMALL_PAGE_SECONDS, "coupons/refused", () -> new RefusedPage(problem))
                .status(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** All of the newcomers' pack at once. */
    @Post("/pack")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takePack(Visitor visitor, @Body Map<String, String> typed) {
        return gifts.takePack(visitor.memberId(), visitor.id()).isEmpty()
                ? refused(visitor, "coupons.pack.none", Form.EMPTY)
                : Pages.seeOther(visitor, HERE + "?done=packed");
    }

    /** Coming today. */
    @Post("/days")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> come(Visitor visitor, @Body Map<String, String> typed) {
        boolean won = !gifts.come(visitor.memberId(), visitor.id()).couponIds().isEmpty();
        return Pages.seeOther(visitor, HERE + (won ? "?done=came-won" : "?done=came"));
    }

    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> redeem(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return switch (codes.redeem(
                visitor.memberId(), form.value("code"), entrance.addressOf(request), visitor.id())) {
            case Redeeming.Redeemed redeemed -> Pages.seeOther(visitor, HERE + "?done=claimed");
            case Redeeming.Unknown unknown -> wrong(visitor, form, "coupons.code.unknown");
            case Redeeming.Used used -> wrong(visitor, form, "coupons.code.used");
            case Redeeming.TooMany many -> wrong(visitor, form, "coupons.code.too-many");
            case Redeeming.Refused refused -> wrong(visitor, form, key(refused.why()));
        };
    }

    private HttpResponse<?> wrong(Visitor visitor, Form form, String key) {
        return refused(visitor, null, form.with("code", key));
    }

    private HttpResponse<?> refused(Visitor visitor, @Nullable String problem, Form form) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "coupons/coupons",
                prepared.page(visitor, null, problem, form));
    }

    private static String key(Claiming claiming) {
        return switch (claiming) {
            case Claiming.Claimed done -> "coupons.claimed";
            case Claiming.HasAll all -> "coupons.claim.has-all";
            case Claiming.DeviceHasAll all -> "coupons.claim.device-has-all";
            case Claiming.UsedUp gone -> "coupons.claim.used-up";
            case Claiming.NotOpen closed -> "coupons.claim.not-open";
            case Claiming.NotForYou others -> "coupons.claim.not-for-you";
        };
    }

    /** @param problem key of why there was none */
    record RefusedPage(String problem) {}
}
