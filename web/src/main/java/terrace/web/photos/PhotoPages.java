package terrace.web.photos;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Status;
import terrace.catalog.moderation.Change;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.Review;
import terrace.catalog.photos.Cut;
import terrace.catalog.photos.Photo;
import terrace.catalog.photos.Photos;
import terrace.catalog.photos.ShownPhoto;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.ListingPicture;
import terrace.web.pages.Words;

/** Gathers what the desk of a listing's photos shows. */
@Singleton
class PhotoPages {
    private final Photos photos;
    private final Listings listings;
    private final Moderation moderation;
    private final Words words;

    PhotoPages(Photos photos, Listings listings, Moderation moderation, Words words) {
        this.photos = photos;
        this.listings = listings;
        this.moderation = moderation;
        this.words = words;
    }

    /** Empty when the merchant has no such listing. */
    Optional<DeskPage> desk(Language language, UUID merchantId, UUID listingId, Form form, @Nullable String done) {
        Optional<List<Photo>> desk = photos.desk(merchantId, listingId);
        Listing listing = listings.byIds(Set.of(listingId)).get(listingId);
        if (desk.isEmpty() || listing == null) {
            return Optional.empty();
        }
        List<ShownPhoto> shown = photos.shown(listingId);
        List<ShownPhoto> wanted = desk.get().stream()
                .map(photo -> new ShownPhoto(photo.name(), photo.alt()))
                .toList();
        Optional<String> waiting = moderation
                .latest(listingId)
                .filter(review -> review.state() == Review.State.PENDING)
                .flatMap(PhotoPages::asked);
        boolean asked = waiting.filter(ShownPhoto.written(wanted)::equals).isPresent();
        return Optional.of(new DeskPage(
                listingId,
                listing.title(),
                listing.status() == Status.PUBLISHED,
                desk.get().stream()
                        .map(photo -> sight(photo, form, desk.get().size()))
                        .toList(),
                shown.stream()
                        .map(photo -> new Shown(file(photo.name()), photo.alt()))
                        .toList(),
                asked,
                !asked && !shown.equals(wanted),
                Photos.PHOTOS_MAX - desk.get().size(),
                options(language, "zoom", Cut.ZOOMS),
                options(language, "across", Cut.PLACES),
                options(language, "down", Cut.PLACES),
                form,
                done));
    }

    private static Optional<String> asked(Review review) {
        return review.changes().stream()
                .filter(change -> change.field() == Change.Field.PHOTOS)
                .map(Change::after)
                .findFirst();
    }

    private static Sight sight(Photo photo, Form form, int all) {
        String typed = "alt-" + photo.id();
        return new Sight(
                photo.id(),
                file(photo.name()),
                form.values().containsKey(typed) ? form.value(typed) : photo.alt(),
                photo.alt(),
                Integer.toString(photo.cut().zoom()),
                Integer.toString(photo.cut().across()),
                Integer.toString(photo.cut().down()),
                all);
    }

    private static String file(String name) {
        return ListingPicture.photo(name, ListingPicture.CARD);
    }

    private List<Option> options(Language language, String what, List<Integer> values) {
        return values.stream()
                .map(value -> new Option(Integer.toString(value), words.say(language, "photos." + what + "." + value)))
                .toList();
    }

    record Option(String value, String text) {}

    /** @param field what stands in the field for the words */
    record Sight(UUID id, String file, String field, String alt, String zoom, String across, String down, int all) {}

    record Shown(String file, String alt) {}

    /**
     * @param asked whether an operator is looking at just these
     * @param differs whether there is something to ask for
     * @param room how many more may be brought
     */
    record DeskPage(
            UUID id,
            String goods,
            boolean published,
            List<Sight> photos,
            List<Shown> shown,
            boolean asked,
            boolean differs,
            int room,
            List<Option> zooms,
            List<Option> across,
            List<Option> down,
            Form form,
            @Nullable String done) {}
}
