package terrace.web.coupons;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.coupons.Claiming;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.points.Points;
import terrace.marketplace.points.PointsFact;
import terrace.web.buying.Sights;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A member's coupons and points, and what may be claimed now. */
@Controller("/account/coupons")
@Secured(Access.MEMBER)
class CouponController {
    private final Coupons coupons;
    private final Points points;
    private final CouponCards cards;
    private final Sights sights;
    private final Pages pages;

    CouponController(Coupons coupons, Points points, CouponCards cards, Sights sights, Pages pages) {
        this.coupons = coupons;
        this.points = points;
        this.cards = cards;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String claimed) {
        return page(visitor, HttpStatus.OK, claimed != null, null);
    }

    /** The coupon's id is minted with the page, so that pressing twice claims one. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> claim(Visitor visitor, @Body Map<String, String> typed) {
        Optional<UUID> batch = id(typed.get("batch"));
        Optional<UUID> coupon = id(typed.get("coupon"));
        if (batch.isEmpty() || coupon.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (coupons.claim(visitor.memberId(), batch.get(), coupon.get())) {
            case Claiming.Claimed done -> Pages.seeOther(visitor, "/account/coupons?claimed=1");
            case Claiming.HasAll all -> refused(visitor, "coupons.claim.has-all");
            case Claiming.UsedUp gone -> refused(visitor, "coupons.claim.used-up");
            case Claiming.NotOpen closed -> refused(visitor, "coupons.claim.not-open");
            case Claiming.NotForYou others -> refused(visitor, "coupons.claim.not-for-you");
        };
    }

    private HttpResponse<?> refused(Visitor visitor, String problem) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, false, problem);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, boolean claimed, @Nullable String problem) {
        UUID member = visitor.memberId();
        List<Coupon> held = coupons.ofMember(member);
        return pages.show(
                visitor,
                status,
                "coupons/coupons",
                new CouponsPage(
                        coupons.offered(member).stream()
                                .map(batch -> new Offer(Ids.next(), cards.card(visitor.language(), batch.terms())))
                                .toList(),
                        Arrays.stream(Coupon.Standing.values())
                                .map(standing -> new Shelf(
                                        standing.name(),
                                        held.stream()
                                                .filter(coupon -> coupon.standing() == standing)
                                                .map(coupon -> cards.card(visitor.language(), coupon.terms()))
                                                .toList()))
                                .toList(),
                        points.balance(member),
                        points.facts(member).stream()
                                .map(fact -> new Moved(
                                        sights.time(fact.at()), fact.kind().name(), signed(fact)))
                                .toList(),
                        claimed,
                        problem));
    }

    private static String signed(PointsFact fact) {
        long moved = fact.moved();
        return moved > 0 ? "+" + moved : moved < 0 ? "−" + -moved : "0";
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param coupon what it will be called when it is claimed */
    record Offer(UUID coupon, CouponCard card) {}

    /** @param standing words are at {@code coupons.standing.<standing>} */
    record Shelf(String standing, List<CouponCard> cards) {}

    /** @param kind words are at {@code coupons.points.<kind>} */
    record Moved(String at, String kind, String points) {}

    record CouponsPage(
            List<Offer> offers,
            List<Shelf> shelves,
            long points,
            List<Moved> moved,
            boolean claimed,
            @Nullable String problem) {}
}
