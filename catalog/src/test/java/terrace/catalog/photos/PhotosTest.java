package terrace.catalog.photos;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.photos.PhotoIntake.Reason;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;

@MicronautTest(transactional = false)
class PhotosTest {
    private static final UUID CLERK = Ids.next();

    @Inject
    Photos photos;

    @Inject
    SampleGoods goods;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Test
    void a_photo_brought_twice_is_there_once_and_nobody_elses() {
        Listing listing = goods.published(6250);
        Photo photo = added(listing, 1);
        assertThat(added(listing, 1)).isEqualTo(photo);
        assertThat(desk(listing)).containsExactly(photo);
        UUID other = goods.merchant();
        assertThat(photos.desk(other, listing.id())).isEmpty();
        assertThat(photos.add(other, listing.id(), "", SamplePhotos.photo(2), CLERK))
                .isEmpty();
        assertThat(photos.edit(other, listing.id(), photo.id(), "x", Cut.MIDDLE))
                .isEmpty();
        assertThat(photos.move(other, listing.id(), photo.id(), true)).isFalse();
        assertThat(photos.remove(other, listing.id(), photo.id())).isFalse();
        assertThat(photos.file(other, photo.name(), 480)).isEmpty();
        assertThat(photos.file(listing.merchantId(), photo.name(), 480)).isPresent();
        assertThat(photos.file(listing.merchantId(), photo.name(), 481)).isEmpty();
    }

    @Test
    void what_nobody_has_looked_at_is_not_public() {
        Listing listing = goods.published(6250);
        Photo photo = added(listing, 1);
        assertThat(photos.file(photo.name(), 480)).isEmpty();
        photos.show(listing.id(), List.of(new ShownPhoto(photo.name(), "红米")));
        assertThat(photos.file(photo.name(), 480)).isEmpty();
        photos.release(listing.id());
        assertThat(photos.file(photo.name(), 160)).isPresent();
    }

    @Test
    void files_that_do_no_good_are_refused_each_for_its_reason() {
        Listing listing = goods.published(6250);
        assertThat(refused(listing, new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(refused(listing, new byte[Photos.FILE_BYTES_MAX + 1])).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(listing, "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(refused(listing, SamplePhotos.photo(900, 479, Color.BLUE))).isEqualTo(Reason.TOO_SMALL);
        assertThat(desk(listing)).isEmpty();
    }

    @Test
    void no_more_than_nine_even_when_brought_at_once() throws Exception {
        Listing listing = goods.published(6250);
        List<Callable<Optional<PhotoIntake>>> tries = IntStream.range(0, Photos.PHOTOS_MAX + 3)
                .<Callable<Optional<PhotoIntake>>>mapToObj(number ->
                        () -> photos.add(listing.merchantId(), listing.id(), "", SamplePhotos.photo(number), CLERK))
                .toList();
        try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
            for (Future<Optional<PhotoIntake>> each : hands.invokeAll(tries)) {
                assertThat(each.get()).isPresent();
            }
        }
        assertThat(desk(listing)).hasSize(Photos.PHOTOS_MAX);
        assertThat(refused(listing, SamplePhotos.photo(100))).isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void a_cut_shows_the_part_that_was_chosen_under_a_name_of_its_own() throws IOException {
        Listing listing = goods.published(6250);
        Photo photo = ((PhotoIntake.Taken) photos.add(
                                listing.merchantId(),
                                listing.id(),
                                "",
                                SamplePhotos.photo(1_200, 600, Color.BLUE),
                                CLERK)
                        .orElseThrow())
                .photo();
        Photo left = edited(listing, photo, "左边", new Cut(100, 0, 50));
        Photo right = edited(listing, photo, "右边", new Cut(200, 100, 0));
        assertThat(left.name()).isNotEqualTo(right.name()).isNotEqualTo(photo.name());
        assertThat(new Color(square(listing, left).getRGB(240, 240)).getRed()).isGreaterThan(200);
        assertThat(new Color(square(listing, right).getRGB(240, 240)).getBlue()).isGreaterThan(200);
        assertThat(edited(listing, photo, "左边", new Cut(100, 0, 50)).name()).isEqualTo(left.name());
        assertThat(photos.edit(listing.merchantId(), listing.id(), photo.id(), "", new Cut(99, 0, 0)))
                .contains(new PhotoEdit.NoSuchCut());
        assertThat(photos.edit(listing.merchantId(), listing.id(), photo.id(), "字".repeat(101), Cut.MIDDLE))
                .contains(new PhotoEdit.AltTooLong());
    }

    @Test
    void photos_change_places_one_step_at_a_time() {
        Listing listing = goods.published(6250);
        Photo first = added(listing, 1);
        Photo second = added(listing, 2);
        Photo third = added(listing, 3);
        photos.move(listing.merchantId(), listing.id(), third.id(), true);
        photos.move(listing.merchantId(), listing.id(), first.id(), true);
        photos.move(listing.merchantId(), listing.id(), second.id(), false);
        assertThat(desk(listing)).extracting(Photo::id).containsExactly(first.id(), third.id(), second.id());
        photos.remove(listing.merchantId(), listing.id(), third.id());
        assertThat(added(listing, 3).position()).isGreaterThan(second.position());
        assertThat(desk(listing)).extracting(Photo::id).startsWith(first.id(), second.id());
    }

    @Test
    void files_that_nobody_uses_go_after_a_grace_time_and_what_was_on_sale_stays() {
        Listing listing = goods.published(6250);
        Photo sold = added(listing, 1);
        Photo dropped = added(listing, 2);
        Photo kept = added(listing, 3);
        photos.show(listing.id(), List.of(new ShownPhoto(sold.name(), "红米")));
        photos.release(listing.id());
        photos.show(listing.id(), List.of());
        photos.remove(listing.merchantId(), listing.id(), sold.id());
        photos.remove(listing.merchantId(), listing.id(), dropped.id());
        jobs.run("tidy-photos");
        assertThat(photos.file(listing.merchantId(), dropped.name(), 480)).isPresent();
        clock.shift(Duration.ofDays(UnusedPhotos.GRACE_DAYS + 1));
        try {
            jobs.run("tidy-photos");
            jobs.run("tidy-photos");
        } finally {
            clock.shift(Duration.ZERO);
        }
        assertThat(photos.file(listing.merchantId(), dropped.name(), 480)).isEmpty();
        assertThat(photos.file(listing.merchantId(), kept.name(), 480)).isPresent();
        assertThat(photos.file(sold.name(), 480)).isPresent();
    }

    private BufferedImage square(Listing listing, Photo photo) throws IOException {
        byte[] file = photos.file(listing.merchantId(), photo.name(), 480).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private Photo edited(Listing listing, Photo photo, String alt, Cut cut) {
        return ((PhotoEdit.Done) photos.edit(listing.merchantId(), listing.id(), photo.id(), alt, cut)
                        .orElseThrow())
                .photo();
    }

    private List<Photo> desk(Listing listing) {
        return photos.desk(listing.merchantId(), listing.id()).orElseThrow();
    }

    private Photo added(Listing listing, int number) {
        return ((PhotoIntake.Taken) photos.add(
                                listing.merchantId(),
                                listing.id(),
                                "第 " + number + " 张",
                                SamplePhotos.photo(number),
                                CLERK)
                        .orElseThrow())
                .photo();
    }

    private Reason refused(Listing listing, byte[] file) {
        return ((PhotoIntake.Refused) photos.add(listing.merchantId(), listing.id(), "", file, CLERK)
                        .orElseThrow())
                .reason();
    }
}
