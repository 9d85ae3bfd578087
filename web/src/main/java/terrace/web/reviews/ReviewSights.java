package terrace.web.reviews;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.clock.Clock;
import terrace.orders.reviews.Review;

/** Turns reviews into what pages show. */
@Singleton
class ReviewSights {
    private final Listings listings;
    private final Clock clock;

    ReviewSights(Listings listings, Clock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    /** With the names of the goods they are about. */
    List<ReviewSight> titled(List<Review> reviews) {
        Map<UUID, Listing> known =
                listings.byIds(reviews.stream().map(Review::listingId).collect(Collectors.toSet()));
        return reviews.stream()
                .map(review -> sight(
                        review,
                        Optional.ofNullable(known.get(review.listingId()))
                                .map(Listing::title)
                                .orElse(""),
                        List.of()))
                .toList();
    }

    ReviewSight sight(Review review, String title, List<String> reasons) {
        return new ReviewSight(
                review.id(),
                review.listingId(),
                title,
                review.author(),
                clock.dayOf(review.writtenAt()).toString(),
                review.skuName(),
                review.stars(),
                review.text(),
                review.hidden()
                        ? List.of()
                        : IntStream.rangeClosed(1, review.photos())
                                .mapToObj(at -> "/reviews/" + review.id() + "/photos/" + at)
                                .toList(),
                review.reply(),
                review.reportedAt() != null,
                reasons,
                review.hiddenReason());
    }
}
