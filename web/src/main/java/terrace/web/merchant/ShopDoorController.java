package terrace.web.merchant;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import terrace.marketplace.staff.StaffRight;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The way in for a shop's people: to the page their role is for. */
@Controller("/merchant")
@Secured(Access.MERCHANT)
@ForStaff
class ShopDoorController {
    @Get
    HttpResponse<?> show(Visitor visitor) {
        if (visitor.rights().contains(StaffRight.SHIPPING)) {
            return Pages.seeOther(visitor, "/merchant/orders");
        }
        if (visitor.rights().contains(StaffRight.GOODS)) {
            return Pages.seeOther(visitor, "/merchant/listings");
        }
        return visitor.rights().contains(StaffRight.MONEY)
                ? Pages.seeOther(visitor, "/merchant/statement")
                : HttpResponse.notFound();
    }
}
