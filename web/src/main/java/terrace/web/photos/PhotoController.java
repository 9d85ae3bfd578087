package terrace.web.photos;

import io.micronaut.http.HttpRequest;
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
import terrace.catalog.moderation.PhotoReviews;
import terrace.catalog.moderation.PhotoSubmission;
import terrace.catalog.photos.Cut;
import terrace.catalog.photos.PhotoEdit;
import terrace.catalog.photos.PhotoIntake;
import terrace.catalog.photos.Photos;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The photos of a merchant's listing: brought, described, cut, put in order, handed to an operator. */
@Controller("/merchant/listings/{id}/photos")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class PhotoController {
    private final MerchantDesk desk;
    private final Photos photos;
    private final PhotoReviews reviews;
    private final PhotoPages prepared;
    private final Pages pages;

    PhotoController(MerchantDesk desk, Photos photos, PhotoReviews reviews, PhotoPages prepared, Pages pages) {
        this.desk = desk;
        this.photos = photos;
        this.reviews = reviews;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param done what was done last */
    @Get
    HttpResponse<?> show(Visitor visitor, UUID id, @Nullable @QueryValue String done) {
        return page(visitor, HttpStatus.OK, id, Form.EMPTY, done);
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> add(HttpRequest<?> request, Visitor visitor, UUID id) {
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        Optional<PhotoIntake> intake = desk.of(visitor)
                .flatMap(merchant ->
                        photos.add(merchant.id(), id, form.value("alt"), upload.file(), visitor.memberId()));
        if (intake.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (intake.get()) {
            case PhotoIntake.Taken taken -> seeDesk(visitor, id, "added");
            case PhotoIntake.Refused refused ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        form.with("file", "photos.refused." + refused.reason()),
                        null);
        };
    }

    @Post("/{photoId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> edit(Visitor visitor, UUID id, UUID photoId, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String field = "alt-" + photoId;
        Cut cut = new Cut(number(form.value("zoom")), number(form.value("across")), number(form.value("down")));
        Optional<PhotoEdit> edit =
                desk.of(visitor).flatMap(merchant -> photos.edit(merchant.id(), id, photoId, form.value(field), cut));
        if (edit.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (edit.get()) {
            case PhotoEdit.Done done -> seeDesk(visitor, id, "saved");
            case PhotoEdit.AltTooLong tooLong -> mend(visitor, id, form.with(field, "photos.alt-too-long"));
            case PhotoEdit.NoSuchCut none -> mend(visitor, id, form.with("zoom-" + photoId, "photos.no-such-cut"));
        };
    }

    /** To the front or to the back by one place. */
    @Post("/{photoId}/place")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> move(Visitor visitor, UUID id, UUID photoId, @Body Map<String, String> typed) {
        boolean forward = "front".equals(typed.get("to"));
        return desk.of(visitor)
                        .filter(merchant -> photos.move(merchant.id(), id, photoId, forward))
                        .isPresent()
                ? seeDesk(visitor, id, "saved")
                : HttpResponse.notFound();
    }

    @Post("/{photoId}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Visitor visitor, UUID id, UUID photoId, @Body Map<String, String> typed) {
        return desk.of(visitor)
                        .filter(merchant -> photos.remove(merchant.id(), id, photoId))
                        .isPresent()
                ? seeDesk(visitor, id, "removed")
                : HttpResponse.notFound();
    }

    @Post("/submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> submit(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<PhotoSubmission> submission =
                desk.of(visitor).flatMap(merchant -> reviews.submit(merchant.id(), id, visitor.memberId()));
        if (submission.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (submission.get()) {
            case PhotoSubmission.Shown shown -> seeDesk(visitor, id, "shown");
            case PhotoSubmission.Waits waits -> seeDesk(visitor, id, "waits");
            case PhotoSubmission.AltMissing missing -> {
                Form form = Form.EMPTY;
                for (UUID photo : missing.photoIds()) {
                    form = form.with("alt-" + photo, "photos.alt-missing");
                }
                yield mend(visitor, id, form);
            }
        };
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static HttpResponse<?> seeDesk(Visitor visitor, UUID id, String done) {
        return Pages.seeOther(visitor, "/merchant/listings/" + id + "/photos?done=" + done);
    }

    private HttpResponse<?> mend(Visitor visitor, UUID id, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form, null);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, UUID id, Form form, @Nullable String done) {
        Optional<Merchant> merchant = desk.of(visitor);
        return merchant.flatMap(found -> prepared.desk(visitor.language(), found.id(), id, form, known(done)))
                .<HttpResponse<?>>map(page -> pages.show(visitor, status, "photos/desk", page))
                .orElseGet(HttpResponse::notFound);
    }

    private static @Nullable String known(@Nullable String done) {
        return done != null
                        && List.of("added", "saved", "removed", "shown", "waits")
                                .contains(done)
                ? done
                : null;
    }
}
