package terrace.web.merchant;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where a merchant's day begins. */
@Controller("/merchant")
class DeskController {
    private final MerchantDesk desk;
    private final DeskPages prepared;
    private final Pages pages;

    DeskController(MerchantDesk desk, DeskPages prepared, Pages pages) {
        this.desk = desk;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** Who has no shop yet is led to the application for one. */
    @Get
    @Secured(Access.SIGNED_IN)
    @ForStaff
    HttpResponse<?> show(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> pages.show(visitor, "merchant/desk", prepared.desk(visitor, merchant)))
                .orElseGet(() -> Pages.seeOther(visitor, "/merchant/application"));
    }

    /** What a phone's menu has no room for. */
    @Get("/more")
    @Secured(Access.MERCHANT)
    @ForStaff
    HttpResponse<?> more(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> pages.show(visitor, "merchant/more", new MorePage(merchant.name())))
                .orElseGet(HttpResponse::notFound);
    }

    record MorePage(String merchant) {}
}
