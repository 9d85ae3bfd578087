package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.PhotoReviews;
import terrace.catalog.photos.Photos;

/** Photos of a few goods: of one they wait for an operator, of the other they are on sale. */
@Singleton
class Photographs {
    /** What can lie on a tray, by what drawings of it are called. */
    private static final Map<String, Color> COLOURS = Map.of(
            "red-rice", new Color(0x8E3B2E),
            "rice", new Color(0xE8DFC8),
            "tea", new Color(0x4E6B35),
            "bean", new Color(0x8A2B2B),
            "corn", new Color(0xE0B13A));

    private static final int LISTINGS = 2;
    private static final int SMALL_GRAIN = 16;

    private final Photos photos;
    private final PhotoReviews reviews;
    private final Moderation moderation;

    Photographs(Photos photos, PhotoReviews reviews, Moderation moderation) {
        this.photos = photos;
        this.reviews = reviews;
        this.moderation = moderation;
    }

    /** @param goods of one merchant; the first to be photographed has its photos waiting, the next has them on sale */
    void hang(List<Listing> goods, UUID clerk, UUID operator) {
        List<Listing> photographed = goods.stream()
                .filter(listing -> colour(listing.motif()) != null)
                .limit(LISTINGS)
                .toList();
        for (Listing listing : photographed) {
            boolean bare = photos.desk(listing.merchantId(), listing.id())
                    .filter(List::isEmpty)
                    .isPresent();
            if (bare) {
                hang(listing, Objects.requireNonNull(colour(listing.motif())), clerk);
                if (!listing.id().equals(photographed.getFirst().id())) {
                    moderation.latest(listing.id()).ifPresent(review -> moderation.approve(review.id(), operator));
                }
            }
        }
    }

    private static @Nullable Color colour(String motif) {
        return COLOURS.keySet().stream()
                .filter(motif::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(COLOURS::get)
                .orElse(null);
    }

    private void hang(Listing listing, Color colour, UUID clerk) {
        long seed = listing.id().getLeastSignificantBits();
        UUID merchant = listing.merchantId();
        photos.add(merchant, listing.id(), "竹匾里的" + listing.title(), Still.tray(colour, SMALL_GRAIN, seed), clerk);
        photos.add(merchant, listing.id(), "清晨的梯田，一层层水田从山坡铺下来", Still.terraces(seed), clerk);
        reviews.submit(merchant, listing.id(), clerk);
    }
}
