package terrace.catalog.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Status;
import terrace.catalog.moderation.Change.Field;
import terrace.catalog.moderation.Review.Kind;
import terrace.catalog.photos.Photo;
import terrace.catalog.photos.Photos;
import terrace.catalog.photos.ShownPhoto;
import terrace.marketplace.ids.Ids;

/** Photos on their way from a merchant's desk to the public, past an operator. */
@Singleton
public class PhotoReviews {
    private final Listings listings;
    private final ReviewRows rows;
    private final Photos photos;

    PhotoReviews(Listings listings, ReviewRows rows, Photos photos) {
        this.listings = listings;
        this.rows = rows;
        this.photos = photos;
    }

    /**
     * Asks for the photos on the desk to be shown as they are there: of a published listing after review, while the old
     * ones stay; of any other at once. Empty when the merchant has no such listing.
     */
    @Transactional
    public Optional<PhotoSubmission> submit(UUID merchantId, UUID listingId, UUID actor) {
        Optional<Listing> locked = listings.locked(listingId);
        Optional<List<Photo>> desk = photos.desk(merchantId, listingId);
        if (locked.isEmpty() || desk.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> silent = desk.get().stream()
                .filter(photo -> photo.alt().isEmpty())
                .map(Photo::id)
                .collect(Collectors.toSet());
        if (!silent.isEmpty()) {
            return Optional.of(new PhotoSubmission.AltMissing(silent));
        }
        List<ShownPhoto> wanted = desk.get().stream()
                .map(photo -> new ShownPhoto(photo.name(), photo.alt()))
                .toList();
        return Optional.of(
                locked.get().status() == Status.PUBLISHED
                        ? ask(locked.get(), wanted, actor)
                        : show(locked.get(), wanted, actor));
    }

    private PhotoSubmission ask(Listing listing, List<ShownPhoto> wanted, UUID actor) {
        Review waiting = rows.waitingOf(listing.id());
        List<ShownPhoto> shown = photos.shown(listing.id());
        List<Change> changes = new ArrayList<>();
        if (waiting != null) {
            waiting.changes().stream()
                    .filter(change -> change.field() != Field.PHOTOS)
                    .forEach(changes::add);
        }
        boolean differs = !shown.equals(wanted);
        if (differs) {
            changes.add(new Change(Field.PHOTOS, null, ShownPhoto.written(shown), ShownPhoto.written(wanted)));
        }
        if (waiting == null ? differs : !waiting.changes().equals(changes)) {
            if (waiting != null) {
                rows.overtake(waiting.id());
            }
            if (!changes.isEmpty()) {
                rows.add(Ids.next(), listing.id(), listing.merchantId(), Kind.CHANGE, actor, changes);
            }
        }
        return differs ? new PhotoSubmission.Waits() : new PhotoSubmission.Shown();
    }

    /** What an operator has open must not be approved with photos he never saw: then it is a review of its own. */
    private PhotoSubmission show(Listing listing, List<ShownPhoto> wanted, UUID actor) {
        if (!photos.shown(listing.id()).equals(wanted)) {
            photos.show(listing.id(), wanted);
            Review waiting = rows.waitingOf(listing.id());
            if (waiting != null) {
                rows.overtake(waiting.id());
                rows.add(Ids.next(), listing.id(), listing.merchantId(), Kind.NEW, actor, List.of());
            }
        }
        return new PhotoSubmission.Shown();
    }

    /** A saving of words and prices leaves photos waiting that waited. */
    static List<Change> beside(List<Change> changes, @Nullable Review waiting) {
        List<Change> all = new ArrayList<>(changes);
        if (waiting != null) {
            waiting.changes().stream()
                    .filter(change -> change.field() == Field.PHOTOS)
                    .forEach(all::add);
        }
        return all;
    }

    /** With the listing locked. */
    void comeTrue(Review approved) {
        approved.changes().stream()
                .filter(change -> change.field() == Field.PHOTOS)
                .forEach(change -> {
                    photos.show(approved.listingId(), ShownPhoto.read(change.after()));
                    photos.release(approved.listingId());
                });
    }

    void release(UUID listingId) {
        photos.release(listingId);
    }
}
