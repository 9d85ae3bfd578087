package terrace.web.enrolments;

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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.Fault;
import terrace.catalog.enrolments.Signing;
import terrace.catalog.enrolments.Standing;
import terrace.catalog.enrolments.Withdrawal;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A merchant's desk of campaigns: look what may join, read, sign, leave. */
@Controller("/merchant/enrolments")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class MerchantEnrolmentController {
    private static final String HERE = "/merchant/enrolments";
    private static final Set<String> DONE = Set.of("signed", "left", "late");

    private final MerchantDesk desk;
    private final Enrolments enrolments;
    private final Campaigns campaigns;
    private final EnrolmentWords words;
    private final EnrolmentPages prepared;
    private final Pages pages;

    MerchantEnrolmentController(
            MerchantDesk desk,
            Enrolments enrolments,
            Campaigns campaigns,
            EnrolmentWords words,
            EnrolmentPages prepared,
            Pages pages) {
        this.desk = desk;
        this.enrolments = enrolments;
        this.campaigns = campaigns;
        this.words = words;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        String known = done != null && DONE.contains(done) ? done : null;
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> pages.show(visitor, "enrolments/desk", prepared.desk(visitor, merchant, known)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/campaigns/{id}")
    HttpResponse<?> campaign(Visitor visitor, UUID id) {
        Optional<Merchant> merchant = desk.of(visitor);
        Optional<Campaign> campaign = campaigns.byId(id);
        return merchant.isEmpty() || campaign.isEmpty()
                ? HttpResponse.notFound()
                : pages.show(
                        visitor, "enrolments/campaign", prepared.campaign(visitor, merchant.get(), campaign.get()));
    }

    @Get("/campaigns/{id}/listings/{listing}")
    HttpResponse<?> form(Visitor visitor, UUID id, UUID listing) {
        return show(visitor, id, listing, HttpStatus.OK, Form.EMPTY);
    }

    @Post("/campaigns/{id}/listings/{listing}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sign(Visitor visitor, UUID id, UUID listing, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        Optional<Campaign> campaign = campaigns.byId(id);
        Optional<UUID> enrolment = Ids.read(typed.get("id"));
        Optional<Standing> standing =
                merchant.flatMap(found -> campaign.flatMap(open -> enrolments.standing(found.id(), open, listing)));
        if (standing.isEmpty() || enrolment.isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        if (!"yes".equals(typed.get("agree"))) {
            return show(
                    visitor,
                    id,
                    listing,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form.with("agree", "enrolments.agree.missing"));
        }
        String terms = words.terms(visitor.language(), campaign.orElseThrow());
        Optional<Signing> signing = enrolments.sign(
                merchant.orElseThrow().id(),
                EnrolmentForm.of(enrolment.get(), id, standing.get().listing(), typed, terms),
                visitor.memberId());
        return signing.isEmpty()
                ? HttpResponse.notFound()
                : switch (signing.get()) {
                    case Signing.Signed signed -> Pages.seeOther(visitor, HERE + "?done=signed");
                    case Signing.Refused refused ->
                        show(visitor, id, listing, HttpStatus.UNPROCESSABLE_ENTITY, told(form, refused));
                };
    }

    private static Form told(Form form, Signing.Refused refused) {
        Form told = form;
        for (Fault fault : refused.faults()) {
            String field =
                    switch (fault) {
                        case NAME -> "name";
                        case TERMS_CHANGED -> "agree";
                        default -> "goods";
                    };
            told = told.with(field, "enrolments.bad." + fault);
        }
        for (Map.Entry<UUID, Set<Fault>> sku : refused.ofSkus().entrySet()) {
            for (Fault fault : sku.getValue()) {
                String field =
                        switch (fault) {
                            case PLEDGE_RANGE, PLEDGE_LEAST, PLEDGE_STOCK -> "pledge-";
                            default -> "price-";
                        };
                told = told.with(field + sku.getKey(), "enrolments.bad." + fault);
            }
        }
        return told;
    }

    private HttpResponse<?> show(Visitor visitor, UUID id, UUID listing, HttpStatus status, Form form) {
        Optional<Campaign> campaign = campaigns.byId(id);
        Optional<Standing> standing = desk.of(visitor)
                .flatMap(merchant -> campaign.flatMap(open -> enrolments.standing(merchant.id(), open, listing)));
        return standing.isEmpty()
                ? HttpResponse.notFound()
                : pages.show(
                        visitor,
                        status,
                        "enrolments/sign",
                        prepared.form(visitor, campaign.orElseThrow(), standing.get(), form));
    }

    @Post("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(Visitor visitor, UUID id) {
        Optional<Withdrawal> outcome = desk.of(visitor).flatMap(merchant -> enrolments.withdraw(merchant.id(), id));
        return outcome.isEmpty()
                ? HttpResponse.notFound()
                : Pages.seeOther(
                        visitor, HERE + (outcome.get() instanceof Withdrawal.TooLate ? "?done=late" : "?done=left"));
    }
}
