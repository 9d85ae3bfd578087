package terrace.web.photos;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.security.annotation.Secured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import terrace.catalog.media.Motif;
import terrace.catalog.media.Pictures;
import terrace.catalog.photos.Photos;
import terrace.web.pages.ListingPicture;
import terrace.web.pages.Provinces;
import terrace.web.signin.Access;

/** Draws the pictures that cards and pages name; what was drawn is kept compressed, and by browsers for ever. */
@Controller("/pictures")
@Secured(Access.ANYONE)
class PictureController {
    private static final Pattern GOODS = Pattern.compile("([a-z]+(?:-[a-z]+)*)-(\\d{2})-(\\d{1,2})\\.svg");
    private static final Pattern HERO = Pattern.compile("hero-(\\d{2})\\.svg");
    private static final long KEPT_BYTES_MAX = 24L * 1024 * 1024;

    private final Pictures pictures;
    private final Photos photos;
    private final Cache<String, byte[]> keptPhotos = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES_MAX)
            .weigher((String name, byte[] photo) -> photo.length)
            .build();
    private final Cache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES_MAX)
            .weigher((String name, byte[] picture) -> picture.length)
            .build();

    PictureController(Pictures pictures, Photos photos) {
        this.pictures = pictures;
        this.photos = photos;
    }

    @Get("/{name}")
    HttpResponse<?> show(
            String name, @Header(value = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        Optional<ListingPicture.PhotoFile> photo = ListingPicture.photoFile(name);
        if (photo.isPresent()) {
            return photo(name, photo.get());
        }
        if (!encodings.contains("gzip")) {
            return draw(name)
                    .<HttpResponse<?>>map(svg -> picture(svg.getBytes(StandardCharsets.UTF_8)))
                    .orElseGet(HttpResponse::notFound);
        }
        byte[] packed = kept.get(
                name, unseen -> draw(unseen).map(PictureController::pack).orElse(null));
        return packed == null ? HttpResponse.notFound() : picture(packed).header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }

    private HttpResponse<?> photo(String name, ListingPicture.PhotoFile file) {
        byte[] kept = keptPhotos.get(
                name, unseen -> photos.file(file.name(), file.side()).orElse(null));
        return kept == null
                ? HttpResponse.notFound()
                : HttpResponse.ok(kept)
                        .header(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }

    private Optional<String> draw(String name) {
        Matcher hero = HERO.matcher(name);
        if (hero.matches()) {
            return province(hero.group(1)).map(pictures::hero);
        }
        Matcher goods = GOODS.matcher(name);
        if (!goods.matches()
                || Motif.byCode(goods.group(1)).isEmpty()
                || Integer.parseInt(goods.group(3)) >= Pictures.VARIANTS) {
            return Optional.empty();
        }
        return province(goods.group(2))
                .map(province -> pictures.svg(goods.group(1), province, Integer.parseInt(goods.group(3))));
    }

    private static Optional<String> province(String code) {
        return Provinces.CODES.contains(code) ? Optional.of(code) : Optional.empty();
    }

    private static MutableHttpResponse<byte[]> picture(byte[] bytes) {
        return HttpResponse.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static byte[] pack(String svg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(svg.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
