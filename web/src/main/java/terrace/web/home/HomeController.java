package terrace.web.home;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sort;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.web.campaigns.CampaignView;
import terrace.web.campaigns.CampaignViews;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.shop.Card;
import terrace.web.shop.Cards;
import terrace.web.shop.Door;
import terrace.web.shop.Doors;
import terrace.web.shop.Tile;
import terrace.web.shop.Tiles;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The front of the market. */
@Controller
@Secured(Access.ANYONE)
class HomeController {
    private static final int SECONDS = 15;
    private static final int BEST_MAX = 12;
    private static final int NEWEST_MAX = 8;

    private final Listings listings;
    private final Categories categories;
    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Cards cards;
    private final Doors doors;
    private final Tiles tiles;
    private final Clock clock;
    private final Pages pages;

    HomeController(
            Listings listings,
            Categories categories,
            Campaigns campaigns,
            CampaignViews views,
            Cards cards,
            Doors doors,
            Tiles tiles,
            Clock clock,
            Pages pages) {
        this.listings = listings;
        this.categories = categories;
        this.campaigns = campaigns;
        this.views = views;
        this.cards = cards;
        this.doors = doors;
        this.tiles = tiles;
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return pages.showPublic(visitor, "home", SECONDS, "home/home", () -> page(visitor.language()));
    }

    private HomePage page(Language language) {
        List<ListingCard> best = listings.first(Sort.BEST_SELLING, BEST_MAX);
        Set<UUID> shown = best.stream().map(ListingCard::id).collect(Collectors.toSet());
        List<ListingCard> newest = listings.first(Sort.NEWEST, BEST_MAX + NEWEST_MAX).stream()
                .filter(card -> !shown.contains(card.id()))
                .limit(NEWEST_MAX)
                .toList();
        return new HomePage(
                campaigns.open(clock.now()).stream()
                        .findFirst()
                        .map(campaign -> views.of(language, campaign, false, null))
                        .orElse(null),
                cards.of(language, best),
                cards.of(language, newest),
                doors.of(
                        language,
                        categories.roots().stream()
                                .filter(root -> root.listings() > 0)
                                .toList()),
                tiles.of(language));
    }

    /** @param campaign the one that ends first of those that run, null when none does */
    record HomePage(
            @Nullable CampaignView campaign, List<Card> best, List<Card> newest, List<Door> doors, List<Tile> tiles) {}
}
