package terrace.web.flash;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.flashsales.FlashOffer;
import terrace.catalog.flashsales.FlashSales;
import terrace.catalog.flashsales.Place;
import terrace.catalog.flashsales.Session;
import terrace.catalog.flashsales.WaitingLines;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sku;
import terrace.marketplace.clock.Clock;
import terrace.web.pages.Language;
import terrace.web.pages.ListingPicture;
import terrace.web.pages.Words;
import terrace.web.shop.Places;
import terrace.web.signin.Visitor;

/** Prepares the sessions of a day; times are the server's. */
@Singleton
class FlashPages {
    /** Those of today and the next morning. */
    private static final int SESSIONS_SHOWN = 4;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final FlashSales flashes;
    private final WaitingLines lines;
    private final Listings listings;
    private final Places places;
    private final Words words;
    private final Clock clock;

    FlashPages(FlashSales flashes, WaitingLines lines, Listings listings, Places places, Words words, Clock clock) {
        this.flashes = flashes;
        this.lines = lines;
        this.listings = listings;
        this.places = places;
        this.words = words;
        this.clock = clock;
    }

    /** Sessions that are not over, and after them those of today that are. */
    DayPage day(Language language, boolean live) {
        Instant now = clock.now();
        List<Session> sessions = new ArrayList<>(Session.ofDay(clock.today()));
        Session.next(clock.today(), now, SESSIONS_SHOWN).stream()
                .filter(session -> !sessions.contains(session))
                .forEach(sessions::add);
        List<FlashOffer> offers = flashes.in(sessions);
        Map<UUID, Listing> goods = goods(offers);
        List<Part> parts = sessions.stream()
                .map(session -> new Part(
                        TIME.format(session.startsAt().atZone(Clock.ZONE)),
                        state(session, now),
                        countdown(language, session, now),
                        offers.stream()
                                .filter(offer -> offer.startsAt().equals(session.startsAt()))
                                .map(offer -> card(language, offer, goods.get(offer.listingId()), now))
                                .toList()))
                .filter(part -> !part.cards().isEmpty() || !part.state().equals("OVER"))
                .sorted(Comparator.comparing(part -> part.state().equals("OVER")))
                .toList();
        return new DayPage(parts, TO_THE_SECOND.format(now.atZone(Clock.ZONE)), live ? "/flash/sessions" : null);
    }

    private Map<UUID, Listing> goods(List<FlashOffer> offers) {
        Set<UUID> ids = offers.stream().map(FlashOffer::listingId).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : listings.byIds(ids);
    }

    private static String state(Session session, Instant now) {
        return now.isBefore(session.startsAt()) ? "COMING" : now.isBefore(session.endsAt()) ? "OPEN" : "OVER";
    }

    /** How long it is until it begins, or ends, by the server's clock. */
    private String countdown(Language language, Session session, Instant now) {
        return switch (state(session, now)) {
            case "COMING" -> words.say(language, "flash.begins-in", span(Duration.between(now, session.startsAt())));
            case "OPEN" -> words.say(language, "flash.ends-in", span(Duration.between(now, session.endsAt())));
            default -> words.say(language, "flash.over");
        };
    }

    static String span(Duration left) {
        return "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }

    private FlashCard card(Language language, FlashOffer offer, @Nullable Listing listing, Instant now) {
        String size = listing == null
                ? ""
                : listing.skus().stream()
                        .filter(sku -> sku.id().equals(offer.skuId()))
                        .map(Sku::name)
                        .findFirst()
                        .orElse("");
        String county = listing == null ? "" : listing.countyCode();
        return new FlashCard(
                offer.id(),
                offer.listingId(),
                offer.skuId(),
                named(listing == null ? "" : listing.title(), size),
                listing == null ? "" : ListingPicture.of(listing.picture(), county, listing.id()),
                county.isEmpty() ? "" : places.origin(language, county),
                offer.priceFen(),
                offer.wasFen(),
                offer.pieces(),
                offer.taken(),
                offer.held(),
                offer.left(),
                offer.waiting(),
                state(offer, now));
    }

    private static String named(String title, String size) {
        return title.contains(size) ? title : title + " " + size;
    }

    private static String state(FlashOffer offer, Instant now) {
        if (now.isBefore(offer.startsAt())) {
            return "COMING";
        }
        if (!now.isBefore(offer.endsAt())) {
            return "OVER";
        }
        return offer.paused() ? "PAUSED" : offer.soldOut() ? "SOLD_OUT" : offer.left() > 0 ? "OPEN" : "GONE";
    }

    /** One offer, as it is for this reader. */
    Optional<OfferPage> offer(Visitor visitor, UUID id, @Nullable String said) {
        Instant now = clock.now();
        return flashes.byId(id).map(offer -> {
            FlashCard card =
                    card(visitor.language(), offer, goods(List.of(offer)).get(offer.listingId()), now);
            Place place = visitor.signedIn()
                    ? lines.places(visitor.memberId(), Set.of(id)).get(id)
                    : null;
            Instant until = place == null ? null : place.offeredUntil();
            return new OfferPage(
                    card,
                    TIME.format(offer.startsAt().atZone(Clock.ZONE)),
                    TIME.format(offer.endsAt().atZone(Clock.ZONE)),
                    now.isBefore(offer.startsAt())
                            ? span(Duration.between(now, offer.startsAt()))
                            : span(Duration.between(now, now.isBefore(offer.endsAt()) ? offer.endsAt() : now)),
                    place == null || until != null ? null : place.ahead(),
                    until == null ? null : TO_THE_SECOND.format(until.atZone(Clock.ZONE)),
                    visitor.signedIn(),
                    TO_THE_SECOND.format(now.atZone(Clock.ZONE)),
                    said);
        });
    }

    /**
     * @param state COMING, OPEN or OVER
     * @param countdown in words
     */
    record Part(String starts, String state, String countdown, List<FlashCard> cards) {}

    /**
     * @param at the server's time of these figures
     * @param live path from which newer ones come; null when the reader has stopped them
     */
    record DayPage(List<Part> parts, String at, @Nullable String live) {}

    /**
     * @param span until it begins or ends
     * @param ahead how many stand before the reader in line; null for those who do not stand in it
     * @param keptUntil until when a piece is kept for the reader; null for none
     * @param said what came of the last wish; words are at {@code flash.said.<said>}
     */
    record OfferPage(
            FlashCard card,
            String starts,
            String ends,
            String span,
            @Nullable Long ahead,
            @Nullable String keptUntil,
            boolean signedIn,
            String at,
            @Nullable String said) {}
}
