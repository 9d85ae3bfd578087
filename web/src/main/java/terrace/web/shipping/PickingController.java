package terrace.web.shipping;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Pages;
import terrace.web.shipping.PickingPage.By;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What to gather now, made to be printed and taken along. */
@Controller("/merchant/picking")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.SHIPPING)
class PickingController {
    private final MerchantDesk desk;
    private final PickingLists lists;
    private final Pages pages;

    PickingController(MerchantDesk desk, PickingLists lists, Pages pages) {
        this.desk = desk;
        this.lists = lists;
        this.pages = pages;
    }

    /** @param by {@code region} for where it goes, {@code courier} for who carries it, else where it comes from */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String by) {
        By sorted = By.of(by);
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> pages.show(visitor, "shipping/picking", lists.of(visitor, merchant, sorted)))
                .orElseGet(HttpResponse::notFound);
    }
}
