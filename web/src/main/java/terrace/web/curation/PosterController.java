package terrace.web.curation;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.centres.Centres;
import terrace.marketplace.centres.Point;
import terrace.marketplace.curation.Curation;
import terrace.marketplace.governance.Governance;
import terrace.marketplace.pavilions.PavilionAddresses;
import terrace.web.account.QrPicture;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.shop.Places;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Sheets to print for a pavilion's centre: a poster with the way to its page, and cards for the shelf. */
@Controller("/curation/{code}/poster")
@Secured({Access.OPERATOR, Access.RECOMMENDER, Access.ORGANISER})
class PosterController {
    /** As many fit on two sheets. */
    private static final int CARDS_MAX = 24;

    private final Curation curation;
    private final Governance governance;
    private final Centres centres;
    private final PavilionAddresses addresses;
    private final Listings listings;
    private final Places places;
    private final Pages pages;
    private final String publicUrl;

    PosterController(
            Curation curation,
            Governance governance,
            Centres centres,
            PavilionAddresses addresses,
            Listings listings,
            Places places,
            Pages pages,
            @Value("${terrace.public-url}") String publicUrl) {
        this.curation = curation;
        this.governance = governance;
        this.centres = centres;
        this.addresses = addresses;
        this.listings = listings;
        this.places = places;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    @Get
    HttpResponse<?> poster(Visitor visitor, String code) {
        return curation.of(Desk.of(visitor).account(), code)
                .<HttpResponse<?>>map(pavilion -> {
                    String address = publicUrl + "/pavilions/" + addresses.current(code);
                    return pages.show(
                            visitor,
                            "curation/poster",
                            new PosterPage(
                                    Desk.of(visitor).area(),
                                    code,
                                    pavilion.name(),
                                    pavilion.nameEn(),
                                    pavilion.summary(),
                                    address,
                                    QrPicture.of(address),
                                    centres.points(code),
                                    cards(visitor.language(), code)));
                })
                .orElseGet(HttpResponse::notFound);
    }

    /** What the curator put in front and what partners recommend, as far as it is on sale. */
    private List<ShelfCard> cards(Language language, String code) {
        Set<UUID> ids = new LinkedHashSet<>(curation.holding(code).listingIds());
        ids.addAll(governance.picks(code));
        Map<UUID, Listing> goods = listings.byIds(ids);
        return ids.stream()
                .map(goods::get)
                .filter(Objects::nonNull)
                .filter(Listing::onShelf)
                .limit(CARDS_MAX)
                .map(listing -> new ShelfCard(
                        listing.title(),
                        places.origin(language, listing.countyCode()),
                        QrPicture.of(publicUrl + "/listings/" + listing.id())))
                .toList();
    }

    /** What stands on a shelf; without a price, which may be another tomorrow. */
    record ShelfCard(String title, String origin, QrPicture qr) {}

    record PosterPage(
            String area,
            String code,
            String name,
            String nameEn,
            String summary,
            String address,
            QrPicture qr,
            List<Point> points,
            List<ShelfCard> cards) {}
}
