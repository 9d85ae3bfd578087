package terrace.web.merchant;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import terrace.marketplace.staff.StaffRight;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What a merchant may be paid, what is on its way and what was paid, each sum with the orders it is made of. */
@Controller("/merchant/statement")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.MONEY)
class StatementController {
    private final MerchantDesk desk;
    private final Statements statements;
    private final Pages pages;

    StatementController(MerchantDesk desk, Statements statements, Pages pages) {
        this.desk = desk;
        this.statements = statements;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> pages.show(visitor, "merchant/statement", statements.of(merchant)))
                .orElseGet(HttpResponse::notFound);
    }
}
