package terrace.web.shop;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import terrace.catalog.listings.Listings;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Who sells: what the law wants shown of a merchant, and its goods. */
@Controller("/merchants")
@Secured(Access.ANYONE)
class MerchantController {
    private static final int SECONDS = 15;

    private final Merchants merchants;
    private final Listings listings;
    private final Cards cards;
    private final Places places;
    private final Clock clock;
    private final Words words;
    private final Pages pages;

    MerchantController(
            Merchants merchants, Listings listings, Cards cards, Places places, Clock clock, Words words, Pages pages) {
        this.merchants = merchants;
        this.listings = listings;
        this.cards = cards;
        this.places = places;
        this.clock = clock;
        this.words = words;
        this.pages = pages;
    }

    @Get("/{code}")
    HttpResponse<?> show(
            Visitor visitor,
            String code,
            @QueryValue(defaultValue = "") String sort,
            @QueryValue(defaultValue = "") String after) {
        return pages.showPublicIfThere(
                visitor,
                "merchant",
                SECONDS,
                "shop/merchant",
                () -> merchants.byCode(code).map(merchant -> page(visitor.language(), merchant, sort, after)));
    }

    private MerchantPage page(Language language, Merchant merchant, String sort, String after) {
        var asked = CardList.Asked.of("/merchants/" + merchant.code(), ListOrder.OF_CATALOG, sort, after);
        var found = listings.ofMerchant(merchant.id(), asked.order().catalog(), asked.after(), CardList.PAGE_SIZE);
        return new MerchantPage(
                merchant.name(),
                words.say(language, "shop.merchant.kind." + merchant.kind()),
                places.origin(language, merchant.countyCode()),
                merchant.licenceNumber(),
                clock.dayOf(merchant.openedAt()).toString(),
                merchant.status() == Merchant.Status.OPEN ? "" : "shop.merchant.status." + merchant.status(),
                List.of(new Crumb(merchant.name(), null)),
                CardList.of(words, language, asked, found, cards.of(language, found.items())));
    }

    /**
     * @param licence empty for a household that sells what it grows
     * @param closed key of the words why it does not sell, empty when it does
     */
    record MerchantPage(
            String name,
            String kind,
            String place,
            String licence,
            String since,
            String closed,
            List<Crumb> crumbs,
            CardList list) {}
}
