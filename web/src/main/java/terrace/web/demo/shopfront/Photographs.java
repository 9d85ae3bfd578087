package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.PhotoReviews;
import terrace.catalog.photos.Photos;

/** Photos of a few goods: of two they are on sale, of one they wait for an operator. */
@Singleton
class Photographs {
    private static final Map<String, Color> COLOURS = Map.of(
            "rice", new Color(0x8E3B2E),
            "tea", new Color(0x4E6B35),
            "mushroom", new Color(0x7A5A3C),
            "honey", new Color(0xC98A1E),
            "bean", new Color(0x8A2B2B),
            "corn", new Color(0xE0B13A),
            "walnut", new Color(0x9A7447));
    private static final Color ANY = new Color(0xB08A4E);
    private static final int SMALL_GRAIN = 16;

    private final Photos photos;
    private final PhotoReviews reviews;
    private final Moderation moderation;

    Photographs(Photos photos, PhotoReviews reviews, Moderation moderation) {
        this.photos = photos;
        this.reviews = reviews;
        this.moderation = moderation;
    }

    /** @param goods of one merchant; the first has its photos waiting, the next two have them on sale */
    void hang(List<Listing> goods, UUID clerk, UUID operator) {
        for (Listing listing : goods.stream().limit(3).toList()) {
            boolean bare = photos.desk(listing.merchantId(), listing.id())
                    .filter(List::isEmpty)
                    .isPresent();
            if (bare) {
                hang(listing, clerk);
                if (!listing.id().equals(goods.getFirst().id())) {
                    moderation.latest(listing.id()).ifPresent(review -> moderation.approve(review.id(), operator));
                }
            }
        }
    }

    private void hang(Listing listing, UUID clerk) {
        Color colour = COLOURS.entrySet().stream()
                .filter(known -> listing.motif().contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ANY);
        long seed = listing.id().getLeastSignificantBits();
        UUID merchant = listing.merchantId();
        photos.add(merchant, listing.id(), "竹匾里的" + listing.title(), Still.tray(colour, SMALL_GRAIN, seed), clerk);
        photos.add(merchant, listing.id(), "清晨的梯田，一层层水田从山坡铺下来", Still.terraces(seed), clerk);
        reviews.submit(merchant, listing.id(), clerk);
    }
}
