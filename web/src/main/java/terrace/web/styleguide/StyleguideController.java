package terrace.web.styleguide;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Shows every component at one address; open to everyone, says nothing about anyone. */
@Controller("/styleguide")
@Secured(Access.ANYONE)
class StyleguideController {
    private static final int SECONDS_KEPT = 3_600;

    private final Pages pages;

    StyleguideController(Pages pages) {
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return pages.showPublic(visitor, "styleguide", SECONDS_KEPT, "styleguide/index", Samples::page);
    }
}
