package terrace.catalog.photos;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.ListingsChanged;
import terrace.catalog.photos.PhotoRows.Kept;
import terrace.marketplace.events.Events;
import terrace.marketplace.files.SafeFile;
import terrace.marketplace.files.SafeFiles;
import terrace.marketplace.ids.Ids;

/**
 * Photos of listings: those a merchant has on the desk, and those that are shown. The merchant comes first in every
 * call about the desk. Files are written outside of transactions, and before the rows that name them.
 */
@Singleton
public class Photos {
    public static final int PHOTOS_MAX = 9;
    public static final int ALT_CHARS_MAX = 100;

    /** The largest file that is taken. */
    public static final int FILE_BYTES_MAX = 10 * 1024 * 1024;

    /** Fewer pixels would look blurred on a page. */
    public static final int SIDE_PIXELS_MIN = 480;

    private final PhotoRows rows;
    private final PhotoStore store;
    private final SafeFiles files;
    private final Listings listings;
    private final Events events;

    Photos(PhotoRows rows, PhotoStore store, SafeFiles files, Listings listings, Events events) {
        this.rows = rows;
        this.store = store;
        this.files = files;
        this.listings = listings;
        this.events = events;
    }

    /** What is on the merchant's desk for this listing, in order; empty when the merchant has no such listing. */
    @Connectable
    public Optional<List<Photo>> desk(UUID merchantId, UUID listingId) {
        return own(merchantId, listingId)
                ? Optional.of(
                        rows.ofListing(listingId).stream().map(Kept::photo).toList())
                : Optional.empty();
    }

    /**
     * Puts a photo (JPEG or PNG, by its content) behind the others on the desk; the same one again changes nothing.
     * Empty when the merchant has no such listing. Not for use in a transaction.
     */
    public Optional<PhotoIntake> add(UUID merchantId, UUID listingId, String alt, byte[] bytes, UUID actor) {
        if (!own(merchantId, listingId)) {
            return Optional.empty();
        }
        if (rows.ofListing(listingId).size() >= PHOTOS_MAX) {
            return Optional.of(new PhotoIntake.Refused(PhotoIntake.Reason.TOO_MANY));
        }
        return Optional.of(
                switch (files.photo(bytes, FILE_BYTES_MAX)) {
                    case SafeFile.Unsafe unsafe -> new PhotoIntake.Refused(reason(unsafe.reason()));
                    case SafeFile.Safe small
                    when Math.min(small.width(), small.height()) < SIDE_PIXELS_MIN ->
                        new PhotoIntake.Refused(PhotoIntake.Reason.TOO_SMALL);
                    case SafeFile.Safe safe -> keep(listingId, tidy(alt), safe, actor);
                });
    }

    private PhotoIntake keep(UUID listingId, String alt, SafeFile.Safe safe, UUID actor) {
        String hash = PhotoStore.hash(safe.bytes());
        String name = PhotoStore.name(listingId, hash, Cut.MIDDLE);
        String wholeKey = store.freshKey();
        begin(name, listingId, wholeKey);
        store.putWhole(wholeKey, safe.bytes());
        store.putCuts(name, safe.bytes(), Cut.MIDDLE, safe.width(), safe.height());
        String words = alt.length() > ALT_CHARS_MAX ? alt.substring(0, ALT_CHARS_MAX) : alt;
        Photo photo = new Photo(Ids.next(), listingId, name, words, Cut.MIDDLE, safe.width(), safe.height(), 0);
        return enter(new Kept(photo, wholeKey, hash), actor);
    }

    /** Were the files left without rows by a crash, they could not be found to be removed. */
    @Transactional
    void begin(String name, UUID listingId, @Nullable String wholeKey) {
        rows.fileMade(name, listingId);
        if (wholeKey != null) {
            rows.leave(wholeKey);
        }
    }

    @Transactional
    PhotoIntake enter(Kept kept, UUID actor) {
        UUID listingId = kept.photo().listingId();
        listings.locked(listingId);
        List<Kept> desk = rows.ofListing(listingId);
        Optional<Kept> same = desk.stream()
                .filter(other -> other.wholeHash().equals(kept.wholeHash()))
                .findFirst();
        if (same.isPresent()) {
            return new PhotoIntake.Taken(same.get().photo());
        }
        if (desk.size() >= PHOTOS_MAX) {
            return new PhotoIntake.Refused(PhotoIntake.Reason.TOO_MANY);
        }
        int position = desk.isEmpty() ? 0 : desk.getLast().photo().position() + 1;
        rows.add(kept, position, actor);
        rows.stay(kept.wholeKey());
        return new PhotoIntake.Taken(rows.ofListing(listingId).getLast().photo());
    }

    /** Describes and cuts a photo on the desk. Empty when it is not there. Not for use in a transaction. */
    public Optional<PhotoEdit> edit(UUID merchantId, UUID listingId, UUID photoId, String alt, Cut cut) {
        Optional<Kept> kept = find(merchantId, listingId, photoId);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        String words = tidy(alt);
        if (words.length() > ALT_CHARS_MAX) {
            return Optional.of(new PhotoEdit.AltTooLong());
        }
        if (!cut.possible()) {
            return Optional.of(new PhotoEdit.NoSuchCut());
        }
        Photo photo = kept.get().photo();
        String name = PhotoStore.name(listingId, kept.get().wholeHash(), cut);
        if (!name.equals(photo.name())) {
            begin(name, listingId, null);
            store.putCuts(name, store.whole(kept.get().wholeKey()), cut, photo.width(), photo.height());
        }
        return change(merchantId, listingId, photoId, name, words, cut).map(PhotoEdit.Done::new);
    }

    @Transactional
    Optional<Photo> change(UUID merchantId, UUID listingId, UUID photoId, String name, String alt, Cut cut) {
        listings.locked(listingId);
        rows.change(photoId, name, alt, cut);
        return find(merchantId, listingId, photoId).map(Kept::photo);
    }

    /** One place towards the front or the back; at either end nothing happens. False when it is not there. */
    @Transactional
    public boolean move(UUID merchantId, UUID listingId, UUID photoId, boolean forward) {
        listings.locked(listingId);
        if (find(merchantId, listingId, photoId).isEmpty()) {
            return false;
        }
        List<Photo> desk = rows.ofListing(listingId).stream().map(Kept::photo).toList();
        List<UUID> ids = desk.stream().map(Photo::id).toList();
        int from = ids.indexOf(photoId);
        int to = forward ? from - 1 : from + 1;
        if (to >= 0 && to < desk.size()) {
            rows.place(photoId, desk.get(to).position());
            rows.place(desk.get(to).id(), desk.get(from).position());
        }
        return true;
    }

    /** Takes a photo off the desk; what shoppers see stays as it is. False when it is not there. */
    @Transactional
    public boolean remove(UUID merchantId, UUID listingId, UUID photoId) {
        listings.locked(listingId);
        if (find(merchantId, listingId, photoId).isEmpty()) {
            return false;
        }
        rows.remove(photoId);
        return true;
    }

    /** What shoppers see, in order; for a draft, what they would see. */
    @Connectable
    public List<ShownPhoto> shown(UUID listingId) {
        return rows.shown(listingId);
    }

    /** For moderation, with the listing locked: these are its photos from now on. */
    @Transactional
    public void show(UUID listingId, List<ShownPhoto> photos) {
        rows.show(listingId, photos);
    }

    /** For moderation, with the listing locked and published: everybody may have what is shown of it. */
    @Transactional
    public void release(UUID listingId) {
        rows.release(listingId);
        events.publish(new ListingsChanged(List.of(listingId)));
    }

    /** The file of a photo that is, or once was, on sale. */
    @Connectable
    public Optional<byte[]> file(String name, int side) {
        return PhotoStore.SIDES.contains(side) && rows.released(name) ? store.cut(name, side) : Optional.empty();
    }

    /** The file of a photo of the merchant's own. */
    @Connectable
    public Optional<byte[]> file(UUID merchantId, String name, int side) {
        return rows.listingOf(name).filter(listing -> own(merchantId, listing)).flatMap(listing -> any(name, side));
    }

    /** For operators: the file of any photo. */
    @Connectable
    public Optional<byte[]> any(String name, int side) {
        return PhotoStore.SIDES.contains(side) && rows.listingOf(name).isPresent()
                ? store.cut(name, side)
                : Optional.empty();
    }

    private boolean own(UUID merchantId, UUID listingId) {
        Listing listing = listings.byIds(Set.of(listingId)).get(listingId);
        return listing != null && listing.merchantId().equals(merchantId);
    }

    private Optional<Kept> find(UUID merchantId, UUID listingId, UUID photoId) {
        return own(merchantId, listingId)
                ? rows.ofListing(listingId).stream()
                        .filter(kept -> kept.photo().id().equals(photoId))
                        .findFirst()
                : Optional.empty();
    }

    private static String tidy(String alt) {
        return alt.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    private static PhotoIntake.Reason reason(SafeFile.Reason reason) {
        return switch (reason) {
            case EMPTY -> PhotoIntake.Reason.EMPTY;
            case TOO_LARGE -> PhotoIntake.Reason.TOO_LARGE;
            case UNKNOWN_TYPE, ACTIVE -> PhotoIntake.Reason.UNKNOWN_TYPE;
            case TORN -> PhotoIntake.Reason.TORN;
            case TOO_MANY_PIXELS -> PhotoIntake.Reason.TOO_MANY_PIXELS;
            case MIXED -> PhotoIntake.Reason.MIXED;
        };
    }
}
