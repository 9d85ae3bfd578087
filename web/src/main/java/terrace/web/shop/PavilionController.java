package terrace.web.shop;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import terrace.marketplace.curation.Curation;
import terrace.marketplace.pavilions.PavilionAddresses;
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
    private final PavilionAddresses addresses;
    private final Curation curation;
    private final PavilionPages prepared;
    private final Pages pages;

    PavilionController(
            Pavilions pavilions, PavilionAddresses addresses, Curation curation, PavilionPages prepared, Pages pages) {
        this.pavilions = pavilions;
        this.addresses = addresses;
        this.curation = curation;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return pages.showPublic(
                visitor, "pavilions", SECONDS, "shop/pavilions", () -> prepared.list(visitor.language()));
    }

    /** An address given up leads to the one that holds now. */
    @Get("/{address}")
    HttpResponse<?> show(
            Visitor visitor,
            String address,
            @QueryValue(defaultValue = "") String sort,
            @QueryValue(defaultValue = "") String after) {
        String code = addresses.codeOf(address).orElse(address);
        String current = addresses.current(code);
        if (!current.equals(address) && pavilions.byCode(code).isPresent()) {
            return HttpResponse.permanentRedirect(URI.create(visitor.link("/pavilions/" + current)));
        }
        return pages.showPublicIfThere(
                visitor,
                "pavilion",
                SECONDS,
                "shop/pavilion",
                () -> pavilions
                        .byCode(code)
                        .map(pavilion ->
                                prepared.page(visitor.language(), pavilion, curation.holding(code), sort, after)));
    }
}
