package terrace.web.reviews;

import jakarta.inject.Singleton;
import java.util.Set;
import terrace.marketplace.events.Subscriber;
import terrace.orders.reviews.ReviewsChanged;
import terrace.web.pages.Pages;

/** Lets the kept page of a listing go when what is said of it changes. */
@Singleton
class ForgetReviewedListings implements Subscriber<ReviewsChanged> {
    private final Pages pages;

    ForgetReviewedListings(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Class<ReviewsChanged> event() {
        return ReviewsChanged.class;
    }

    @Override
    public void on(ReviewsChanged changed) {
        pages.forget(Set.of(changed.listingId()));
    }
}
