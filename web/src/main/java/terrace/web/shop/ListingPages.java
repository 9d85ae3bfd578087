package terrace.web.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.certificates.Subject;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sort;
import terrace.catalog.lots.Lots;
import terrace.catalog.photos.Photos;
import terrace.catalog.questions.Question;
import terrace.catalog.questions.Questions;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.orders.reviews.Reviews;
import terrace.web.pages.Language;
import terrace.web.pages.ListingPicture;
import terrace.web.pages.Words;
import terrace.web.shop.ListingPage.Fact;
import terrace.web.shop.ListingPage.Seller;
import terrace.web.shop.ListingPage.Size;

/** Gathers what a listing's page shows: one question to each door, whatever the number of sizes. */
@Singleton
class ListingPages {
    private static final int SIMILAR_MAX = 4;
    private static final int QUESTIONS_SHOWN = 3;
    private static final int REVIEWS_SHOWN = 3;
    /** Goods beside a listing are the same for a whole category, so they are asked for once in a while only. */
    private static final Duration SIMILAR_KEPT = Duration.ofSeconds(30);

    private static final int CATEGORIES_KEPT_MAX = 1_000;

    private final Listings listings;
    private final Categories categories;
    private final Sizes sizes;
    private final Merchants merchants;
    private final Campaigns campaigns;
    private final Clock clock;
    private final Cards cards;
    private final Places places;
    private final Words words;
    private final Lots lots;
    private final Answers answers;
    private final Questions questions;
    private final Reviews reviews;
    private final Photos photos;
    private final Certificates certificates;
    private final Cache<UUID, List<ListingCard>> bestOfCategory = Caffeine.newBuilder()
            .maximumSize(CATEGORIES_KEPT_MAX)
            .expireAfterWrite(SIMILAR_KEPT)
            .build();

    ListingPages(
            Listings listings,
            Categories categories,
            Sizes sizes,
            Merchants merchants,
            Campaigns campaigns,
            Clock clock,
            Cards cards,
            Places places,
            Words words,
            Lots lots,
            Answers answers,
            Questions questions,
            Reviews reviews,
            Photos photos,
            Certificates certificates) {
        this.answers = answers;
        this.listings = listings;
        this.categories = categories;
        this.sizes = sizes;
        this.merchants = merchants;
        this.campaigns = campaigns;
        this.clock = clock;
        this.cards = cards;
        this.places = places;
        this.words = words;
        this.lots = lots;
        this.questions = questions;
        this.reviews = reviews;
        this.photos = photos;
        this.certificates = certificates;
    }

    ListingPage page(Language language, String provinceCode, Listing listing) {
        Sizes.Offered offered = sizes.of(language, provinceCode, listing);
        ListingCard card = listing.card();
        Crumb promotion = promotion(language, listing.id());
        String origin = places.origin(language, listing.countyCode());
        List<Category> path = categories.pathOf(listing.categoryId());
        return new ListingPage(
                listing.title(),
                pictures(language, listing, origin),
                crumbs(language, path, listing.title()),
                cards.tags(language, listing.countyCode(), false),
                promotion,
                card.priceFen(),
                card.perJinFen() > 0 ? card.perJinFen() : null,
                listing.wasFen(),
                words.say(language, "shop.price.lowest", Money.grouped(lowest(listing, card))),
                listing.skus().stream().anyMatch(sku -> sku.priceFen() != card.priceFen()),
                listing.sold(),
                offered.sizes().stream().noneMatch(Size::available),
                offered.sizes(),
                offered.quantityMax(),
                places.province(language, provinceCode),
                new Crumb(
                        origin + (listing.village().isEmpty() ? "" : " " + listing.village()),
                        "/search?province=" + listing.provinceCode() + "&county=" + listing.countyCode()),
                places.poor(listing.countyCode()) ? words.say(language, "shop.listing.poor") : "",
                facts(language, listing),
                lots.newest(listing.id()).map(lot -> "/p/" + lot.code()).orElse(null),
                listing.about().keeping().perishable(),
                listing.story().lines().filter(line -> !line.isBlank()).toList(),
                seller(language, merchants.byIds(Set.of(listing.merchantId())).get(listing.merchantId())),
                certified(listing.id()),
                said(listing.id()),
                asked(listing.id()),
                "/listings/" + listing.id() + "/questions",
                "/recommendations/listings/" + listing.id(),
                cards.of(language, similar(listing)),
                crumbs(language, path, "").getLast());
    }

    /** Of the cheapest size, in fen. */
    private long lowest(Listing listing, ListingCard card) {
        UUID cheapest = listing.skus().stream()
                .filter(sku -> sku.priceFen() == card.priceFen())
                .findFirst()
                .orElseThrow()
                .id();
        return listings.lowestPrice(cheapest).orElse(card.priceFen());
    }

    private List<ListingPage.Picture> pictures(Language language, Listing listing, String origin) {
        if (listing.cover().isEmpty()) {
            return List.of(new ListingPage.Picture(
                    ListingPicture.of(listing.motif(), listing.countyCode(), listing.id()),
                    null,
                    words.say(language, "shop.listing.alt", listing.title(), origin)));
        }
        return photos.shown(listing.id()).stream()
                .map(photo -> new ListingPage.Picture(
                        ListingPicture.photo(photo.name(), ListingPicture.CARD),
                        ListingPicture.photo(photo.name(), ListingPicture.PAGE),
                        photo.alt()))
                .toList();
    }

    private List<Certified> certified(UUID listingId) {
        return certificates.of(new Subject.OfListing(listingId)).stream()
                .map(certificate -> Certified.of(certificate, clock.today()))
                .toList();
    }

    private ListingPage.Said said(UUID listingId) {
        Rating rating = reviews.rating(listingId);
        List<ListingPage.Words> newest = rating.count() == 0
                ? List.of()
                : reviews.shown(listingId, null, REVIEWS_SHOWN).reviews().stream()
                        .map(review -> new ListingPage.Words(
                                review.author(),
                                clock.dayOf(review.writtenAt()).toString(),
                                review.stars(),
                                review.text(),
                                review.reply()))
                        .toList();
        return new ListingPage.Said(rating.count(), rating.tenths(), newest, "/listings/" + listingId + "/reviews");
    }

    private List<ListingPage.Asked> asked(UUID listingId) {
        return questions.open(listingId, null, QUESTIONS_SHOWN).items().stream()
                .map(question -> new ListingPage.Asked(question.text(), question.answer(), day(question)))
                .toList();
    }

    private String day(Question question) {
        return question.answeredAt() == null
                ? ""
                : clock.dayOf(question.answeredAt()).toString();
    }

    private @Nullable Crumb promotion(Language language, UUID listingId) {
        return campaigns.ofListings(Set.of(listingId), clock.now()).values().stream()
                .findFirst()
                .map(campaign -> new Crumb(
                        language.english() ? campaign.titleEn() : campaign.title(), "/campaigns/" + campaign.slug()))
                .orElse(null);
    }

    private static List<Crumb> crumbs(Language language, List<Category> path, String title) {
        List<Crumb> crumbs = new ArrayList<>();
        path.forEach(category -> crumbs.add(new Crumb(Doors.name(language, category), Doors.path(category))));
        if (!title.isEmpty()) {
            crumbs.add(new Crumb(title, null));
        }
        return crumbs;
    }

    private List<Fact> facts(Language language, Listing listing) {
        Keeping keeping = listing.about().keeping();
        List<Fact> facts = new ArrayList<>();
        answers.of(language, listing.about()).forEach(answer -> facts.add(new Fact(answer.label(), answer.text())));
        if (!keeping.season().isEmpty()) {
            facts.add(new Fact(words.say(language, "shop.listing.season"), keeping.season()));
        }
        if (keeping.harvestToShipHours() > 0) {
            facts.add(new Fact(
                    words.say(language, "shop.listing.harvest-to-ship"),
                    words.say(language, "shop.listing.within-hours", keeping.harvestToShipHours())));
        }
        if (keeping.byWeight()) {
            facts.add(new Fact(
                    words.say(language, "shop.listing.shelf-life"),
                    words.say(language, "shop.listing.days", keeping.shelfLifeDays())));
            facts.add(new Fact(
                    words.say(language, "shop.listing.storage"),
                    words.say(language, "shop.storage." + keeping.storage())));
        }
        if (!listing.about().proof().certificates().isEmpty()) {
            facts.add(new Fact(
                    words.say(language, "goods.field.CERTIFICATES"),
                    listing.about().proof().certificates()));
        }
        return facts;
    }

    private @Nullable Seller seller(Language language, @Nullable Merchant merchant) {
        return merchant == null
                ? null
                : new Seller(
                        merchant.name(),
                        merchant.code(),
                        places.origin(language, merchant.countyCode()),
                        words.say(language, "shop.merchant.kind." + merchant.kind()),
                        merchant.licenceNumber());
    }

    private List<ListingCard> similar(Listing listing) {
        return bestOfCategory
                .get(
                        listing.categoryId(),
                        id -> listings.inCategory(id, Sort.BEST_SELLING, null, SIMILAR_MAX + 1)
                                .items())
                .stream()
                .filter(card -> !card.id().equals(listing.id()))
                .limit(SIMILAR_MAX)
                .toList();
    }
}
