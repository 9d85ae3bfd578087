package terrace.web.reviews;

import io.micronaut.http.HttpHeaders;
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
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.listings.Listings;
import terrace.marketplace.ids.Ids;
import terrace.orders.reviews.ReviewSlice;
import terrace.orders.reviews.Reviews;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** All reviews of a listing; whoever is signed in may object to one. */
@Controller
@Secured(Access.ANYONE)
class ReviewController {
    private static final int PAGE_SIZE = 20;

    private final Reviews reviews;
    private final Listings listings;
    private final ReviewSights sights;
    private final Pages pages;

    ReviewController(Reviews reviews, Listings listings, ReviewSights sights, Pages pages) {
        this.reviews = reviews;
        this.listings = listings;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param reported after an objection: that it was taken */
    @Get("/listings/{id}/reviews")
    HttpResponse<?> list(
            Visitor visitor, UUID id, @Nullable @QueryValue String after, @Nullable @QueryValue String reported) {
        return page(visitor, HttpStatus.OK, id, after, reported != null, Form.EMPTY);
    }

    @Post("/listings/{id}/reviews/{review}/report")
    @Secured(Access.SIGNED_IN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> report(Visitor visitor, UUID id, UUID review, @Body Map<String, String> typed) {
        String field = "reason-" + review;
        Form form = Form.of(typed);
        return reviews.report(visitor.memberId(), review, form.value(field))
                ? Pages.seeOther(visitor, "/listings/" + id + "/reviews?reported=1")
                : page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        null,
                        false,
                        form.with(field, "reviews.report.reason-missing"));
    }

    @Get("/reviews/{id}/photos/{at}")
    HttpResponse<?> photo(UUID id, int at) {
        return reviews.photo(id, at)
                .<HttpResponse<?>>map(bytes -> HttpResponse.ok(bytes)
                        .header(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=600"))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, UUID id, @Nullable String after, boolean reported, Form form) {
        Optional<Listing> listing = listings.published(id);
        if (listing.isEmpty()) {
            return HttpResponse.notFound();
        }
        UUID before = Ids.read(after).orElse(null);
        ReviewSlice slice = reviews.shown(id, before, PAGE_SIZE);
        Rating rating = reviews.rating(id);
        String here = "/listings/" + id + "/reviews";
        return pages.show(
                visitor,
                status,
                "reviews/reviews",
                new ReviewsPage(
                        id,
                        listing.get().title(),
                        rating.count(),
                        rating.tenths(),
                        slice.reviews().stream()
                                .map(review -> sights.sight(review, "", List.of()))
                                .toList(),
                        visitor.signedIn(),
                        reported,
                        form,
                        slice.nextAfter() == null ? null : here + "?after=" + slice.nextAfter(),
                        before == null ? null : here));
    }

    record ReviewsPage(
            UUID id,
            String goods,
            long count,
            int tenths,
            List<ReviewSight> reviews,
            boolean signedIn,
            boolean reported,
            Form form,
            @Nullable String next,
            @Nullable String first) {}
}
