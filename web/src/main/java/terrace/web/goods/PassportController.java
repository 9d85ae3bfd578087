package terrace.web.goods;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.certificates.Subject;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.Lots;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.account.QrPicture;
import terrace.web.pages.ListingPicture;
import terrace.web.pages.Pages;
import terrace.web.shop.Certified;
import terrace.web.shop.Places;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where the goods in somebody's hands are from: what the code on the bag leads to. */
@Controller("/p")
@Secured(Access.ANYONE)
class PassportController {
    private static final int SECONDS = 60;

    private final Lots lots;
    private final Listings listings;
    private final Certificates certificates;
    private final Clock clock;
    private final Merchants merchants;
    private final Places places;
    private final Pages pages;
    private final String publicUrl;

    PassportController(
            Lots lots,
            Listings listings,
            Certificates certificates,
            Clock clock,
            Merchants merchants,
            Places places,
            Pages pages,
            @Value("${terrace.public-url}") String publicUrl) {
        this.lots = lots;
        this.listings = listings;
        this.certificates = certificates;
        this.clock = clock;
        this.merchants = merchants;
        this.places = places;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    @Get("/{code}")
    HttpResponse<?> show(Visitor visitor, String code) {
        return pages.showPublicIfThere(
                visitor,
                "passport",
                SECONDS,
                "goods/passport",
                () -> lots.byCode(code).map(lot -> page(visitor, lot)));
    }

    private PassportPage page(Visitor visitor, Lot lot) {
        Optional<Listing> listing =
                Optional.ofNullable(listings.byIds(Set.of(lot.listingId())).get(lot.listingId()));
        Merchant merchant = merchants.byIds(Set.of(lot.merchantId())).get(lot.merchantId());
        String address = publicUrl + "/p/" + lot.code();
        return new PassportPage(
                lot.code(),
                listing.map(Listing::title).orElse(""),
                listing.filter(Listing::onShelf).map(Listing::id).orElse(null),
                listing.map(found -> ListingPicture.of(found.picture(), found.countyCode(), found.id()))
                        .orElse(null),
                lot.harvestedOn().toString(),
                places.origin(visitor.language(), lot.countyCode()) + " " + lot.village(),
                BigDecimal.valueOf(lot.grams(), 3).stripTrailingZeros().toPlainString(),
                lot.certificate(),
                certificates.of(new Subject.OfLot(lot.id())).stream()
                        .map(certificate -> Certified.of(certificate, clock.today()))
                        .toList(),
                lot.testReport().lines().filter(line -> !line.isBlank()).toList(),
                merchant == null ? "" : merchant.name(),
                merchant == null ? null : merchant.code(),
                address,
                QrPicture.of(address));
    }

    /** @param listing null when it is not on sale now */
    record PassportPage(
            String code,
            String goods,
            @Nullable UUID listing,
            @Nullable String picture,
            String day,
            String place,
            String kilograms,
            String certificate,
            List<Certified> certificates,
            List<String> testReport,
            String merchant,
            @Nullable String merchantCode,
            String address,
            QrPicture qr) {}
}
