package terrace.web.reviews;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.orders.reviews.ReviewDesk;
import terrace.orders.reviews.Reviews;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Reviews people object to: hidden with a reason, or kept. */
@Controller("/operator/reviews")
@Secured(Access.OPERATOR)
class OperatorReviewController {
    private static final int SHOWN_MAX = 50;
    private static final String HERE = "/operator/reviews";

    private final ReviewDesk reviews;
    private final ReviewSights sights;
    private final Pages pages;

    OperatorReviewController(ReviewDesk reviews, ReviewSights sights, Pages pages) {
        this.reviews = reviews;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return page(visitor, HttpStatus.OK, Form.EMPTY);
    }

    @Post("/{id}/hiding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> hide(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String field = "reason-" + id;
        String reason = form.value(field).strip();
        if (reason.isEmpty() || reason.length() > Reviews.REASON_CHARS_MAX) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with(field, "reviews.report.reason-missing"));
        }
        return reviews.judge(visitor.memberId(), id, reason) ? Pages.seeOther(visitor, HERE) : HttpResponse.notFound();
    }

    @Post("/{id}/keeping")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return reviews.judge(visitor.memberId(), id, "") ? Pages.seeOther(visitor, HERE) : HttpResponse.notFound();
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form) {
        List<ReviewSight> rows = reviews.reported(SHOWN_MAX).stream()
                .map(review -> sights.sight(review, "", reviews.reasons(review.id())))
                .toList();
        return pages.show(visitor, status, "reviews/watch", new WatchPage(rows, form));
    }

    record WatchPage(List<ReviewSight> reviews, Form form) {}
}
