package terrace.web.impact;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.pavilions.Pavilions;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The public ledger, of the whole country or of one pavilion, and how its figures come about. */
@Controller("/impact")
@Secured(Access.ANYONE)
class ImpactController {
    private static final int SECONDS = 60;

    private final LedgerPages prepared;
    private final Pavilions pavilions;
    private final Pages pages;

    ImpactController(LedgerPages prepared, Pavilions pavilions, Pages pages) {
        this.prepared = prepared;
        this.pavilions = pavilions;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> national(Visitor visitor, @Nullable @QueryValue String from, @Nullable @QueryValue String to) {
        Days days = prepared.days(from, to);
        return pages.showPublic(
                visitor,
                "impact " + days,
                SECONDS,
                "impact/ledger",
                () -> prepared.page(visitor.language(), days, null));
    }

    @Get("/pavilions/{code}")
    HttpResponse<?> ofPavilion(
            Visitor visitor, String code, @Nullable @QueryValue String from, @Nullable @QueryValue String to) {
        Days days = prepared.days(from, to);
        return pages.showPublicIfThere(
                visitor,
                "impact " + days,
                SECONDS,
                "impact/ledger",
                () -> pavilions.byCode(code).map(pavilion -> prepared.page(visitor.language(), days, pavilion)));
    }

    @Get("/method")
    HttpResponse<?> method(Visitor visitor) {
        return pages.showPublic(visitor, "method", SECONDS, "impact/method", MethodPage::new);
    }

    record MethodPage() {}
}
