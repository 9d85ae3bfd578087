package terrace.web.reviews;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.reviews.Replying;
import terrace.orders.reviews.ReviewDesk;
import terrace.orders.reviews.ReviewSlice;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What buyers say of a merchant's goods; each can be replied to once. */
@Controller("/merchant/reviews")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class MerchantReviewController {
    private static final int PAGE_SIZE = 20;
    private static final String HERE = "/merchant/reviews";

    private final MerchantDesk desk;
    private final ReviewDesk reviews;
    private final ReviewSights sights;
    private final Pages pages;

    MerchantReviewController(MerchantDesk desk, ReviewDesk reviews, ReviewSights sights, Pages pages) {
        this.desk = desk;
        this.reviews = reviews;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String after) {
        return page(visitor, HttpStatus.OK, after, Form.EMPTY);
    }

    @Post("/{id}/reply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reply(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String field = "reply-" + id;
        Optional<Replying> replying = desk.of(visitor)
                .flatMap(merchant -> reviews.reply(merchant.id(), id, form.value(field), visitor.memberId()));
        if (replying.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (replying.get()) {
            case Replying.Replied done -> Pages.seeOther(visitor, HERE);
            case Replying.Before before -> refused(visitor, form.with(field, "reviews.reply.before"));
            case Replying.Refused(Replying.Fault fault) ->
                refused(visitor, form.with(field, "reviews.reply.fault." + fault.name()));
        };
    }

    private HttpResponse<?> refused(Visitor visitor, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, null, form);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, @Nullable String after, Form form) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        UUID before = Ids.read(after).orElse(null);
        ReviewSlice slice = reviews.ofMerchant(merchant.get().id(), before, PAGE_SIZE);
        return pages.show(
                visitor,
                status,
                "reviews/desk",
                new DeskPage(
                        sights.titled(slice.reviews()),
                        form,
                        slice.nextAfter() == null ? null : HERE + "?after=" + slice.nextAfter(),
                        before == null ? null : HERE));
    }

    record DeskPage(
            List<ReviewSight> reviews,
            Form form,
            @Nullable String next,
            @Nullable String first) {}
}
