package terrace.orders.reviews;

import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.ratings.Ratings;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.jobs.Job;

/** Carries how goods are rated to the catalogue, for its lists and for searches. */
@Singleton
class CarryRatings implements Subscriber<ReviewsChanged> {
    private final ReviewRows rows;
    private final Ratings ratings;

    CarryRatings(ReviewRows rows, Ratings ratings) {
        this.rows = rows;
        this.ratings = ratings;
    }

    /** What was reviewed before ratings were carried; where nothing is amiss, nothing is written. */
    @Factory
    static class Jobs {
        private static final Duration EVERY = Duration.ofDays(1);

        @Singleton
        Job carryRatings(CarryRatings carrying) {
            return new Job("carry-ratings", EVERY, carrying::carryAll);
        }
    }

    @Override
    public Class<ReviewsChanged> event() {
        return ReviewsChanged.class;
    }

    @Override
    public void on(ReviewsChanged changed) {
        onAll(List.of(changed));
    }

    /** All together, so that two who carry hold listings in the same order. */
    @Override
    public void onAll(List<ReviewsChanged> changes) {
        ratings.tell(changes.stream().map(ReviewsChanged::listingId).collect(Collectors.toSet()), rows::ratings);
    }

    private void carryAll() {
        List<UUID> page = rated(new UUID(0, 0));
        while (!page.isEmpty()) {
            ratings.tell(Set.copyOf(page), rows::ratings);
            page = rated(page.getLast());
        }
    }

    @Connectable
    List<UUID> rated(UUID after) {
        return rows.rated(after, Ratings.LISTINGS_MAX);
    }
}
