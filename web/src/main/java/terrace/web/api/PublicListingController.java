package terrace.web.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.marketplace.regions.Regions;
import terrace.web.signin.Access;

/** One listing, for programs. */
@Controller("/api/v1/listings")
@Secured(Access.ANYONE)
class PublicListingController {
    private final Listings listings;
    private final Merchants merchants;
    private final Regions regions;
    private final String publicUrl;

    PublicListingController(
            Listings listings, Merchants merchants, Regions regions, @Value("${terrace.public-url}") String publicUrl) {
        this.listings = listings;
        this.merchants = merchants;
        this.regions = regions;
        this.publicUrl = publicUrl;
    }

    @Get("/{id}")
    HttpResponse<?> show(UUID id) {
        return listings.published(id)
                .<HttpResponse<?>>map(listing -> HttpResponse.ok(facts(listing)))
                .orElseGet(HttpResponse::notFound);
    }

    @Error(status = HttpStatus.NOT_FOUND)
    HttpResponse<Failure> notFound() {
        return HttpResponse.notFound(Failure.NOT_FOUND);
    }

    @Error(exception = ConversionErrorException.class)
    HttpResponse<Failure> noId() {
        return HttpResponse.notFound(Failure.NOT_FOUND);
    }

    private ListingFacts facts(Listing listing) {
        ListingFacts.Seller seller = merchants
                .byId(listing.merchantId())
                .map(merchant -> new ListingFacts.Seller(merchant.code(), merchant.name()))
                .orElseThrow();
        return new ListingFacts(
                listing.id(),
                listing.title(),
                listing.story(),
                new ListingFacts.Place(listing.countyCode(), regions.path(listing.countyCode())),
                seller,
                listing.about().keeping().storage().name(),
                listing.about().keeping().shelfLifeDays(),
                listing.about().keeping().season(),
                listing.sold(),
                listing.inStock(),
                Money.CURRENCY,
                listing.skus().stream()
                        .map(sku -> new ListingFacts.Size(
                                sku.id(),
                                sku.name(),
                                sku.priceFen(),
                                sku.grams(),
                                listing.about().keeping().byWeight() ? sku.perJinFen() : null))
                        .toList(),
                publicUrl + "/listings/" + listing.id());
    }
}
