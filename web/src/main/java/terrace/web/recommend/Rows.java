package terrace.web.recommend;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SkuOffer;
import terrace.orders.cart.Carts;
import terrace.search.recommend.Asking;
import terrace.search.recommend.Recommendations;
import terrace.search.recommend.Recommended;
import terrace.search.recommend.Row;
import terrace.search.signals.PersonalRanking;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Cards;
import terrace.web.signin.Visitor;

/** Rows of recommendations for whoever is asking. */
@Singleton
public class Rows {
    /** Of the goods a reason speaks of; a card has two short lines for it. */
    private static final int TITLE_LENGTH_MAX = 14;

    private final Recommendations recommendations;
    private final PersonalRanking choice;
    private final Carts carts;
    private final Listings listings;
    private final Cards cards;
    private final Words words;

    Rows(
            Recommendations recommendations,
            PersonalRanking choice,
            Carts carts,
            Listings listings,
            Cards cards,
            Words words) {
        this.recommendations = recommendations;
        this.choice = choice;
        this.carts = carts;
        this.listings = listings;
        this.cards = cards;
        this.words = words;
    }

    List<RowView> home(Visitor visitor) {
        return views(visitor.language(), recommendations.home(asking(visitor, basket(visitor))));
    }

    /** For everybody without a name in a province. */
    List<RowView> homeOfStrangers(Visitor visitor) {
        return views(visitor.language(), recommendations.home(stranger(visitor)));
    }

    List<RowView> ofListing(Visitor visitor, UUID listingId) {
        return views(visitor.language(), recommendations.ofListing(asking(visitor, basket(visitor)), listingId));
    }

    List<RowView> ofListingForStrangers(Visitor visitor, UUID listingId) {
        return views(visitor.language(), recommendations.ofListing(stranger(visitor), listingId));
    }

    /** Beside the basket; nothing beside an empty one. */
    public List<RowView> ofBasket(Visitor visitor) {
        Set<UUID> basket = basket(visitor);
        return basket.isEmpty()
                ? List.of()
                : views(visitor.language(), recommendations.ofBasket(asking(visitor, basket), basket));
    }

    /** Whether what this reader does may be noted: a member who has not turned it off, acting for themselves. */
    public boolean watched(Visitor visitor) {
        return visitor.household() == null
                && visitor.account()
                        .filter(account -> choice.isOn(account.id()))
                        .isPresent();
    }

    private Set<UUID> basket(Visitor visitor) {
        Set<UUID> skus = carts.quantities(visitor.cartOwner()).keySet();
        return skus.isEmpty()
                ? Set.of()
                : listings.skusByIds(skus).values().stream()
                        .map(SkuOffer::listingId)
                        .collect(Collectors.toSet());
    }

    private static Asking asking(Visitor visitor, Set<UUID> hidden) {
        return new Asking(visitor.account().map(account -> account.id()).orElse(null), visitor.provinceCode(), hidden);
    }

    private static Asking stranger(Visitor visitor) {
        return new Asking(null, visitor.provinceCode(), Set.of());
    }

    private List<RowView> views(Language language, List<Row> rows) {
        return rows.stream().map(row -> view(language, row)).toList();
    }

    private RowView view(Language language, Row row) {
        return new RowView(
                words.say(language, "recommend.row." + row.kind(), brief(row.about())),
                cards.of(language, row.goods().stream().map(Recommended::card).toList()),
                row.goods().stream()
                        .collect(
                                Collectors.toMap(each -> each.card().id().toString(), each -> reason(language, each))));
    }

    private String reason(Language language, Recommended each) {
        String key = "recommend.reason." + each.reason();
        return each.because() == null
                ? words.say(language, key)
                : words.say(language, key + ".of", brief(each.because()));
    }

    private static String brief(@Nullable String title) {
        if (title == null) {
            return "";
        }
        return title.codePointCount(0, title.length()) <= TITLE_LENGTH_MAX
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE_LENGTH_MAX)) + "…";
    }
}
