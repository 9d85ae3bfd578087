package terrace.web.staff;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.Leaving;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRight;
import terrace.marketplace.staff.StaffRole;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Who works in a shop; for owners to change, for the others to look at and to leave. */
@Controller("/merchant/staff")
@Secured(Access.MERCHANT)
class StaffController {
    private final MerchantDesk desk;
    private final Staff staff;
    private final StaffPages views;

    StaffController(MerchantDesk desk, Staff staff, StaffPages views) {
        this.desk = desk;
        this.staff = staff;
        this.views = views;
    }

    @Get
    @ForStaff
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        return views.show(visitor, HttpStatus.OK, Form.EMPTY, done, null);
    }

    /** Of several shops, the one to work for now. */
    @Post("/choice")
    @ForStaff
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(Visitor visitor, @Body Map<String, String> typed) {
        return Ids.read(typed.get("merchant"))
                .filter(merchant -> visitor.household() == null && staff.choose(merchant, visitor.memberId()))
                .<HttpResponse<?>>map(merchant -> Pages.seeOther(visitor, "/merchant"))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/leaving")
    @ForStaff
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> leave(Visitor visitor, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor).filter(found -> visitor.household() == null);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        return answer(visitor, staff.remove(merchant.get().id(), visitor.memberId(), visitor.memberId()), "/account");
    }

    @Post("/{id}/role")
    @ForStaff(StaffRight.OWNING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        Optional<StaffRole> role = StaffPages.role(typed.get("role"));
        if (merchant.isEmpty() || role.isEmpty()) {
            return HttpResponse.notFound();
        }
        return answer(
                visitor,
                staff.change(merchant.get().id(), id, role.get(), visitor.memberId()),
                "/merchant/staff?done=changed");
    }

    @Post("/{id}/removal")
    @ForStaff(StaffRight.OWNING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        return merchant.isEmpty()
                ? HttpResponse.notFound()
                : answer(
                        visitor,
                        staff.remove(merchant.get().id(), id, visitor.memberId()),
                        id.equals(visitor.memberId()) ? "/account" : "/merchant/staff?done=removed");
    }

    private HttpResponse<?> answer(Visitor visitor, Leaving leaving, String next) {
        return switch (leaving) {
            case Leaving.Done done -> Pages.seeOther(visitor, next);
            case Leaving.LastOwner last ->
                views.show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Form.EMPTY.with("people", "staff.last-owner"),
                        null,
                        null);
            case Leaving.Absent absent -> HttpResponse.notFound();
        };
    }
}
