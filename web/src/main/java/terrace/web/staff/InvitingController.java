package terrace.web.staff;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.Invitations;
import terrace.marketplace.staff.Inviting;
import terrace.marketplace.staff.StaffRight;
import terrace.marketplace.staff.StaffRole;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** An owner's invitations: sent, sent anew, taken back. */
@Controller("/merchant/staff/invitations")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.OWNING)
class InvitingController {
    private final MerchantDesk desk;
    private final Invitations invitations;
    private final StaffPages views;
    private final String publicUrl;

    InvitingController(
            MerchantDesk desk,
            Invitations invitations,
            StaffPages views,
            @Value("${terrace.public-url}") String publicUrl) {
        this.desk = desk;
        this.invitations = invitations;
        this.views = views;
        this.publicUrl = publicUrl;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> invite(Visitor visitor, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        Optional<StaffRole> role = StaffPages.role(typed.get("role"));
        if (role.isEmpty()) {
            return again(visitor, form.with("role", "staff.role-missing"));
        }
        return answer(
                visitor,
                form,
                invitations.invite(
                        merchant.get().id(),
                        form.value("contact"),
                        role.get(),
                        visitor.memberId(),
                        visitor.language().english()),
                "invited");
    }

    @Post("/{id}/renewal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> renew(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return desk.of(visitor)
                .flatMap(merchant -> invitations.renew(
                        merchant.id(),
                        id,
                        visitor.memberId(),
                        visitor.language().english()))
                .<HttpResponse<?>>map(outcome -> answer(visitor, Form.EMPTY, outcome, "renewed"))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return desk.of(visitor)
                .filter(merchant -> invitations.withdraw(merchant.id(), id, visitor.memberId()))
                .<HttpResponse<?>>map(merchant -> Pages.seeOther(visitor, "/merchant/staff?done=withdrawn"))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> answer(Visitor visitor, Form form, Inviting outcome, String done) {
        return switch (outcome) {
            case Inviting.Invited invited ->
                invited.sent()
                        ? Pages.seeOther(visitor, "/merchant/staff?done=" + done)
                        : views.show(
                                visitor,
                                HttpStatus.OK,
                                Form.EMPTY,
                                null,
                                publicUrl + visitor.link("/invitations/" + invited.token()));
            case Inviting.BadContact bad -> again(visitor, form.with("contact", "staff.bad-contact"));
            case Inviting.WorksHereAlready already -> again(visitor, form.with("contact", "staff.works-here"));
            case Inviting.TooMany many -> again(visitor, form.with("contact", "staff.too-many"));
        };
    }

    private HttpResponse<?> again(Visitor visitor, Form form) {
        return views.show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null, null);
    }
}
