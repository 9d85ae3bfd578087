package terrace.web.shop;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import terrace.catalog.listings.Listings;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What one merchant offers, with all that somebody should know before buying it. */
@Controller("/listings")
@Secured(Access.ANYONE)
class ListingController {
    /** A change of the listing is seen at once where its event is heard, by the other web nodes after this. */
    private static final int SECONDS = 30;

    private final Listings listings;
    private final ListingPages prepared;
    private final SearchClicks clicks;
    private final Pages pages;

    ListingController(Listings listings, ListingPages prepared, SearchClicks clicks, Pages pages) {
        this.listings = listings;
        this.prepared = prepared;
        this.clicks = clicks;
        this.pages = pages;
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id, HttpRequest<?> request) {
        HttpResponse<?> page = pages.showPublicIfThere(
                visitor,
                "listing",
                SECONDS,
                "shop/listing",
                () -> listings.published(id)
                        .map(listing -> prepared.page(visitor.language(), visitor.provinceCode(), listing)));
        if (page.status() == HttpStatus.OK) {
            clicks.note(request);
        }
        return page;
    }
}
