package terrace.web.shop;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import terrace.marketplace.pavilions.Pavilions;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Curated places: the goods of a province, of a buying city's partners, of several organisations. */
@Controller("/pavilions")
@Secured(Access.ANYONE)
class PavilionController {
    private static final int SECONDS = 15;

    private final Pavilions pavilions;
    private final PavilionPages prepared;
    private final Pages pages;

    PavilionController(Pavilions pavilions, PavilionPages prepared, Pages pages) {
        this.pavilions = pavilions;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return pages.showPublic(
                visitor, "pavilions", SECONDS, "shop/pavilions", () -> prepared.list(visitor.language()));
    }

    @Get("/{code}")
    HttpResponse<?> show(
            Visitor visitor,
            String code,
            @QueryValue(defaultValue = "") String sort,
            @QueryValue(defaultValue = "") String after) {
        return pages.showPublicIfThere(
                visitor,
                "pavilion",
                SECONDS,
                "shop/pavilion",
                () -> pavilions.byCode(code).map(pavilion -> prepared.page(visitor.language(), pavilion, sort, after)));
    }
}
