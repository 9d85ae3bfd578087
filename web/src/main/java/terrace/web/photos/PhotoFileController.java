package terrace.web.photos;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.Optional;
import terrace.catalog.photos.Photos;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.ListingPicture;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Photos that are not on sale yet, for those who work on them. */
@Controller
class PhotoFileController {
    private final Photos photos;
    private final MerchantDesk desk;

    PhotoFileController(Photos photos, MerchantDesk desk) {
        this.photos = photos;
        this.desk = desk;
    }

    @Get("/merchant/photos/{file}")
    @Secured(Access.MERCHANT)
    @ForStaff(StaffRight.GOODS)
    HttpResponse<?> own(Visitor visitor, String file) {
        return send(ListingPicture.photoFile(file)
                .flatMap(photo ->
                        desk.of(visitor).flatMap(merchant -> photos.file(merchant.id(), photo.name(), photo.side()))));
    }

    @Get("/operator/photos/{file}")
    @Secured(Access.OPERATOR)
    HttpResponse<?> any(Visitor visitor, String file) {
        return send(ListingPicture.photoFile(file).flatMap(photo -> photos.any(photo.name(), photo.side())));
    }

    private static HttpResponse<?> send(Optional<byte[]> photo) {
        return photo.<HttpResponse<?>>map(bytes -> HttpResponse.ok(bytes)
                        .header(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=600"))
                .orElseGet(HttpResponse::notFound);
    }
}
