package terrace.web.reviews;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.reviews.NewReview;
import terrace.orders.reviews.Review;
import terrace.orders.reviews.Reviewable;
import terrace.orders.reviews.Reviews;
import terrace.orders.reviews.Writing;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What a member says of the lines of an order they received. */
@Controller("/orders/{number}/reviews")
@Secured(Access.MEMBER)
class OrderReviewController {
    private final Reviews reviews;
    private final ReviewSights sights;
    private final Pages pages;

    OrderReviewController(Reviews reviews, ReviewSights sights, Pages pages) {
        this.reviews = reviews;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, String number) {
        return page(visitor, HttpStatus.OK, number, Form.EMPTY);
    }

    /** Fields carry the number of their line, since a page has one form for each. */
    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> write(HttpRequest<?> request, Visitor visitor, String number) {
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        String line = form.value("line");
        if (!line.matches("[0-9]{1,4}")) {
            return HttpResponse.notFound();
        }
        String stars = form.value("stars-" + line);
        Optional<Writing> writing = reviews.write(
                visitor.memberId(),
                number,
                new NewReview(
                        Integer.parseInt(line),
                        stars.matches("[1-5]") ? Integer.parseInt(stars) : 0,
                        form.value("text-" + line)),
                upload.files());
        if (writing.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (writing.get()) {
            case Writing.Written done -> Pages.seeOther(visitor, "/orders/" + number + "/reviews");
            case Writing.Refused(Writing.Fault fault) ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        number,
                        form.with(field(fault) + line, "reviews.fault." + fault.name()));
        };
    }

    private static String field(Writing.Fault fault) {
        return switch (fault) {
            case TOO_LONG, CONTACT, LINK -> "text-";
            case TOO_MANY_PHOTOS, PHOTO_UNREADABLE -> "photos-";
            case STARS, NOT_RECEIVED, NO_SUCH_LINE, REFUNDED, TOO_LATE -> "stars-";
        };
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, Form form) {
        return reviews.reviewable(visitor.memberId(), number)
                .<HttpResponse<?>>map(lines -> pages.show(
                        visitor,
                        status,
                        "reviews/order",
                        new OrderPage(number, lines.stream().map(this::line).toList(), form)))
                .orElseGet(HttpResponse::notFound);
    }

    private Line line(Reviewable each) {
        Review review = each.review();
        Writing.Fault fault = each.fault();
        return new Line(
                each.line().position(),
                each.line().listingId(),
                each.line().title(),
                each.line().skuName(),
                review == null ? null : sights.sight(review, "", List.of()),
                fault == null ? null : "reviews.fault." + fault.name());
    }

    /**
     * @param review what was said of it; null while nothing was
     * @param fault key of the sentence why nothing can be said; null when something can
     */
    record Line(
            int position,
            UUID listingId,
            String title,
            String sku,
            @Nullable ReviewSight review,
            @Nullable String fault) {}

    record OrderPage(String number, List<Line> lines, Form form) {}
}
