package terrace.web.shop;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import terrace.catalog.listings.ListingsChanged;
import terrace.marketplace.events.Subscriber;
import terrace.web.pages.Pages;

/** Lets the kept pages of changed listings go, so that a merchant who changes a price sees it on the next look. */
@Singleton
class ForgetChangedListings implements Subscriber<ListingsChanged> {
    private final Pages pages;

    ForgetChangedListings(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Class<ListingsChanged> event() {
        return ListingsChanged.class;
    }

    @Override
    public void on(ListingsChanged changed) {
        onAll(List.of(changed));
    }

    @Override
    public void onAll(List<ListingsChanged> changes) {
        pages.forget(changes.stream()
                .flatMap(changed -> changed.listingIds().stream())
                .collect(Collectors.toUnmodifiableSet()));
    }
}
