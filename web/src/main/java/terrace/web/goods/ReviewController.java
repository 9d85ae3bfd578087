package terrace.web.goods;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.catalog.moderation.Change;
import terrace.catalog.moderation.Decision;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.Review;
import terrace.catalog.photos.Photos;
import terrace.catalog.photos.ShownPhoto;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.ListingPicture;
import terrace.web.pages.Pages;
import terrace.web.shop.Answers;
import terrace.web.shop.Places;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What of merchants' goods waits for an operator: the queue, the difference, yes or no. */
@Controller("/operator/listings")
@Secured(Access.OPERATOR)
class ReviewController {
    private static final int PAGE_SIZE = 30;

    private final Moderation moderation;
    private final Listings listings;
    private final Photos photos;
    private final Merchants merchants;
    private final Differences differences;
    private final Choices choices;
    private final Places places;
    private final Answers answers;
    private final Sights sights;
    private final Pages pages;

    ReviewController(
            Moderation moderation,
            Listings listings,
            Photos photos,
            Merchants merchants,
            Differences differences,
            Choices choices,
            Places places,
            Answers answers,
            Sights sights,
            Pages pages) {
        this.moderation = moderation;
        this.listings = listings;
        this.photos = photos;
        this.merchants = merchants;
        this.differences = differences;
        this.choices = choices;
        this.places = places;
        this.answers = answers;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param done what was said of the one before: {@code approved} or {@code returned} */
    @Get
    HttpResponse<?> queue(Visitor visitor, @Nullable @QueryValue String after, @Nullable @QueryValue String done) {
        UUID beyond = after == null ? null : Ids.read(after).orElse(null);
        Slice<Review> slice = moderation.waiting(beyond, PAGE_SIZE);
        Map<UUID, Listing> known =
                listings.byIds(slice.items().stream().map(Review::listingId).collect(Collectors.toSet()));
        Map<UUID, Merchant> sellers =
                merchants.byIds(slice.items().stream().map(Review::merchantId).collect(Collectors.toSet()));
        List<Row> rows = slice.items().stream()
                .map(review -> new Row(
                        review.id(),
                        Optional.ofNullable(known.get(review.listingId()))
                                .map(Listing::title)
                                .orElse(""),
                        Optional.ofNullable(sellers.get(review.merchantId()))
                                .map(Merchant::name)
                                .orElse(""),
                        review.kind().name(),
                        sights.time(review.submittedAt()),
                        review.changes().stream()
                                .map(change -> change.field().name())
                                .distinct()
                                .toList()))
                .toList();
        return pages.show(
                visitor,
                "goods/reviews",
                new QueuePage(
                        rows,
                        slice.nextAfter() == null ? null : "/operator/listings?after=" + slice.nextAfter(),
                        beyond == null ? null : "/operator/listings",
                        done));
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return show(visitor, HttpStatus.OK, id, Form.EMPTY, null);
    }

    @Post("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> approve(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(visitor, id, Form.EMPTY, moderation.approve(id, visitor.memberId()), "approved");
    }

    @Post("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> giveBack(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return answer(visitor, id, form, moderation.giveBack(id, visitor.memberId(), form.value("reason")), "returned");
    }

    private HttpResponse<?> answer(Visitor visitor, UUID id, Form form, Optional<Decision> decision, String done) {
        if (decision.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (decision.get()) {
            case Decision.Done said -> Pages.seeOther(visitor, "/operator/listings?done=" + done);
            case Decision.Overtaken late ->
                show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form, "goods.review.overtaken");
            case Decision.Refused refused ->
                show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form, "goods.review.refused");
            case Decision.ReasonMissing missing ->
                show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        form.with("reason", "goods.review.reason-missing"),
                        null);
        };
    }

    private HttpResponse<?> show(Visitor visitor, HttpStatus status, UUID id, Form form, @Nullable String trouble) {
        Optional<Review> review = moderation.byId(id);
        Optional<Listing> listing =
                review.map(found -> listings.byIds(Set.of(found.listingId())).get(found.listingId()));
        if (review.isEmpty() || listing.isEmpty()) {
            return HttpResponse.notFound();
        }
        Review found = review.get();
        Merchant seller = merchants.byIds(Set.of(found.merchantId())).get(found.merchantId());
        return pages.show(
                visitor,
                status,
                "goods/review",
                new ReviewPage(
                        id,
                        found.kind().name(),
                        found.state().name(),
                        found.reason(),
                        sights.time(found.submittedAt()),
                        seller == null ? "" : seller.name(),
                        seller == null ? null : seller.code(),
                        listing.get(),
                        ListingPicture.of(
                                listing.get().picture(),
                                listing.get().countyCode(),
                                listing.get().id()),
                        choices.category(visitor.language(), listing.get().categoryId()),
                        places.origin(visitor.language(), listing.get().countyCode()),
                        answers.of(visitor.language(), listing.get().about()),
                        listing.get()
                                .story()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .toList(),
                        differences.of(visitor.language(), listing.get(), found.changes()),
                        photos(found, true),
                        photos(found, false),
                        form,
                        trouble));
    }

    /** What is, or shall be, shown; both are of interest only where they differ or all of it is new. */
    private List<Sight> photos(Review review, boolean before) {
        List<ShownPhoto> shown = review.changes().stream()
                .filter(change -> change.field() == Change.Field.PHOTOS)
                .map(change -> ShownPhoto.read(before ? change.before() : change.after()))
                .findFirst()
                .orElseGet(() -> before ? List.of() : photos.shown(review.listingId()));
        return shown.stream()
                .map(photo -> new Sight(ListingPicture.photo(photo.name(), ListingPicture.CARD), photo.alt()))
                .toList();
    }

    record Sight(String file, String alt) {}

    record Row(UUID id, String title, String merchant, String kind, String at, List<String> fields) {}

    record QueuePage(
            List<Row> rows,
            @Nullable String next,
            @Nullable String first,
            @Nullable String done) {}

    /** @param trouble key of why the last word did not hold, null when nothing is wrong */
    record ReviewPage(
            UUID id,
            String kind,
            String state,
            String reason,
            String at,
            String merchant,
            @Nullable String merchantCode,
            Listing listing,
            String picture,
            String category,
            String origin,
            List<Answers.Answer> answers,
            List<String> story,
            List<Difference> differences,
            List<Sight> photosBefore,
            List<Sight> photos,
            Form form,
            @Nullable String trouble) {}
}
