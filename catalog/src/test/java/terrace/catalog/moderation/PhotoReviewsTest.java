package terrace.catalog.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.moderation.Change.Field;
import terrace.catalog.photos.Cut;
import terrace.catalog.photos.Photo;
import terrace.catalog.photos.PhotoIntake;
import terrace.catalog.photos.Photos;
import terrace.catalog.photos.SamplePhotos;
import terrace.catalog.photos.ShownPhoto;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class PhotoReviewsTest {
    private static final UUID CLERK = Ids.next();
    private static final UUID OPERATOR = Ids.next();

    @Inject
    PhotoReviews reviews;

    @Inject
    Moderation moderation;

    @Inject
    Photos photos;

    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Test
    void photos_of_goods_on_sale_wait_while_the_old_ones_stay() {
        Listing listing = goods.published(6250);
        Photo first = added(listing, 1, "竹匾里的红米");
        assertThat(submit(listing)).isInstanceOf(PhotoSubmission.Waits.class);
        assertThat(submit(listing)).isInstanceOf(PhotoSubmission.Waits.class);
        Review review = waiting(listing);
        assertThat(review.changes()).containsExactly(new Change(Field.PHOTOS, null, "", first.name() + " 竹匾里的红米"));
        assertThat(photos.shown(listing.id())).isEmpty();
        assertThat(cover(listing)).isEmpty();
        moderation.approve(review.id(), OPERATOR);
        moderation.approve(review.id(), OPERATOR);
        assertThat(photos.shown(listing.id())).containsExactly(new ShownPhoto(first.name(), "竹匾里的红米"));
        assertThat(cover(listing)).isEqualTo(first.name());
        assertThat(listings.cardsByIds(List.of(listing.id())).getFirst().motif())
                .isEqualTo(first.name());
        assertThat(photos.file(first.name(), 480)).isPresent();
        assertThat(submit(listing)).isInstanceOf(PhotoSubmission.Shown.class);
    }

    @Test
    void a_photo_that_nobody_described_is_not_taken() {
        Listing listing = goods.published(6250);
        Photo silent = added(listing, 1, " ");
        added(listing, 2, "稻田");
        assertThat(submit(listing)).isEqualTo(new PhotoSubmission.AltMissing(Set.of(silent.id())));
        assertThat(moderation.latest(listing.id())).isEmpty();
        assertThat(reviews.submit(goods.merchant(), listing.id(), CLERK)).isEmpty();
    }

    @Test
    void words_and_photos_wait_together_and_neither_pushes_the_other_out() {
        Listing listing = goods.published(6250);
        added(listing, 1, "红米");
        submit(listing);
        NewListing titled = retitled(listing, "另一个标题");
        moderation.save(listing.merchantId(), listing.version(), titled, CLERK);
        assertThat(waiting(listing).changes()).extracting(Change::field).containsExactly(Field.TITLE, Field.PHOTOS);
        Photo second = added(listing, 2, "稻田");
        submit(listing);
        Review both = waiting(listing);
        assertThat(both.changes()).extracting(Change::field).containsExactly(Field.TITLE, Field.PHOTOS);
        assertThat(both.changes().getLast().after()).contains(second.name());
        moderation.approve(both.id(), OPERATOR);
        assertThat(listings.published(listing.id()).orElseThrow().title()).isEqualTo("另一个标题");
        assertThat(photos.shown(listing.id())).hasSize(2);
    }

    @Test
    void an_operator_does_not_approve_photos_he_never_saw() {
        Listing listing = goods.published(6250);
        Photo first = added(listing, 1, "红米");
        submit(listing);
        Review seen = waiting(listing);
        photos.edit(listing.merchantId(), listing.id(), first.id(), "红米", new Cut(200, 0, 0));
        submit(listing);
        assertThat(moderation.approve(seen.id(), OPERATOR)).get().isInstanceOf(Decision.Overtaken.class);
        assertThat(photos.shown(listing.id())).isEmpty();
        moderation.giveBack(waiting(listing).id(), OPERATOR, "看不清");
        assertThat(photos.shown(listing.id())).isEmpty();
        photos.remove(listing.merchantId(), listing.id(), first.id());
        assertThat(submit(listing)).isInstanceOf(PhotoSubmission.Shown.class);
    }

    @Test
    void a_drafts_photos_go_to_the_operator_with_it_and_are_public_with_it() {
        NewListing draft =
                goods.listing(goods.merchant(), goods.path().getLast().id(), 6250);
        listings.draft(draft);
        Listing listing =
                Objects.requireNonNull(listings.byIds(Set.of(draft.id())).get(draft.id()));
        Photo photo = added(listing, 1, "红米");
        assertThat(submit(listing)).isInstanceOf(PhotoSubmission.Shown.class);
        moderation.submit(listing.merchantId(), listing.id(), CLERK);
        Review first = waiting(listing);
        assertThat(photos.file(photo.name(), 480)).isEmpty();
        Photo other = added(listing, 2, "稻田");
        submit(listing);
        assertThat(moderation.approve(first.id(), OPERATOR)).get().isInstanceOf(Decision.Overtaken.class);
        moderation.approve(waiting(listing).id(), OPERATOR);
        assertThat(cover(listing)).isEqualTo(photo.name());
        assertThat(photos.file(other.name(), 480)).isPresent();
    }

    private NewListing retitled(Listing listing, String title) {
        NewListing wanted = moderation.wanted(listing);
        return wanted.with(wanted.about().titled(title));
    }

    private PhotoSubmission submit(Listing listing) {
        return reviews.submit(listing.merchantId(), listing.id(), CLERK).orElseThrow();
    }

    private Review waiting(Listing listing) {
        return Optional.of(moderation.latest(listing.id()).orElseThrow())
                .filter(review -> review.state() == Review.State.PENDING)
                .orElseThrow();
    }

    private String cover(Listing listing) {
        return Objects.requireNonNull(listings.byIds(Set.of(listing.id())).get(listing.id()))
                .cover();
    }

    private Photo added(Listing listing, int number, String alt) {
        return ((PhotoIntake.Taken)
                        photos.add(listing.merchantId(), listing.id(), alt, SamplePhotos.photo(number), CLERK)
                                .orElseThrow())
                .photo();
    }
}
