package terrace.web.coupons;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import terrace.marketplace.coupons.CouponPlace;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What may be used together, in one table, for everybody to read. */
@Controller("/coupons/rules")
@Secured(Access.ANYONE)
class CouponRulesController {
    private static final int SECONDS = 60;

    private final Pages pages;

    CouponRulesController(Pages pages) {
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return pages.showPublic(visitor, "coupon-rules", SECONDS, "coupons/rules", CouponRulesController::page);
    }

    /** In the order in which coupons are taken off; points come last. */
    private static RulesPage page() {
        return new RulesPage(List.of(CouponPlace.Kind.values()).stream()
                .map(CouponPlace.Kind::name)
                .toList());
    }

    /** @param places words are at {@code coupons.rules.<place>.…} */
    record RulesPage(List<String> places) {}
}
