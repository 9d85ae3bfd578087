package terrace.web.shop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.certificates.Certificate;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.listings.Listings;
import terrace.marketplace.centres.Centres;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.curation.Arrangement;
import terrace.marketplace.curation.Section;
import terrace.marketplace.governance.Governance;
import terrace.marketplace.money.Money;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.zones.ZoneTerms;
import terrace.marketplace.zones.Zones;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Prepares what curators arranged on a pavilion's page. */
@Singleton
class PavilionSections {
    private static final int MONTHS = 12;

    private final Listings listings;
    private final Certificates certificates;
    private final Governance governance;
    private final Centres centres;
    private final Zones zones;
    private final Cards cards;
    private final Places places;
    private final Words words;

    PavilionSections(
            Listings listings,
            Certificates certificates,
            Governance governance,
            Centres centres,
            Zones zones,
            Cards cards,
            Places places,
            Words words) {
        this.listings = listings;
        this.certificates = certificates;
        this.governance = governance;
        this.centres = centres;
        this.zones = zones;
        this.cards = cards;
        this.places = places;
        this.words = words;
    }

    /** @param goods all that is shown of the pavilion's goods on this page */
    Arranged of(Language language, Pavilion pavilion, Arrangement.Content content, List<Card> goods) {
        boolean english = language.english();
        return new Arranged(
                content.sections().stream().map(Section::name).toList(),
                (english ? content.storyEn() : content.story())
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                english ? content.seasonEn() : content.season(),
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> new Month(month, content.months().contains(month)))
                        .toList(),
                content.countyCodes().stream()
                        .map(code -> new Crumb(places.origin(language, code), "/search?q=" + places.county(code)))
                        .toList(),
                cards(language, content.listingIds()),
                cards(language, governance.picks(pavilion.code())),
                vouched(language, goods),
                centres.points(pavilion.code()).stream()
                        .map(point -> new Place(
                                point.kind().name(),
                                english ? point.nameEn() : point.name(),
                                point.street(),
                                point.hours()))
                        .toList(),
                centres.fairs(pavilion.code()).stream()
                        .map(fair -> new Place(
                                "FAIR",
                                english ? fair.nameEn() : fair.name(),
                                fair.street(),
                                fair.firstDay().equals(fair.lastDay())
                                        ? fair.firstDay().toString()
                                        : fair.firstDay() + " – " + fair.lastDay()))
                        .toList(),
                zones.terms(pavilion.code())
                        .map(terms -> terms(language, terms))
                        .orElse(List.of()));
    }

    private List<Card> cards(Language language, List<UUID> ids) {
        return ids.isEmpty() ? List.of() : cards.of(language, listings.cardsByIds(ids));
    }

    /** Of the goods shown, how many a kind of certificate vouches for. */
    private List<Vouched> vouched(Language language, List<Card> goods) {
        Map<Certificate.Kind, Long> counted = new TreeMap<>();
        if (!goods.isEmpty()) {
            certificates
                    .kindsOf(goods.stream()
                            .map(card -> UUID.fromString(card.id()))
                            .collect(Collectors.toSet()))
                    .values()
                    .forEach(kinds -> kinds.forEach(kind -> counted.merge(kind, 1L, Long::sum)));
        }
        return counted.entrySet().stream()
                .map(each -> new Vouched(
                        words.say(language, "certificates.kind." + each.getKey().name()), each.getValue()))
                .toList();
    }

    private List<String> terms(Language language, ZoneTerms terms) {
        return Stream.of(
                        terms.provinces().isEmpty()
                                ? null
                                : words.say(language, "shop.zone.provinces", names(language, terms.provinces())),
                        terms.firstUntil() == null || terms.firstProvinces().isEmpty()
                                ? null
                                : words.say(
                                        language,
                                        "shop.zone.first",
                                        names(language, terms.firstProvinces()),
                                        day(terms.firstUntil())),
                        terms.piecesMax() == null
                                ? null
                                : words.say(language, "shop.zone.pieces", terms.piecesMax(), terms.days()),
                        terms.jinFenMax() == null
                                ? null
                                : words.say(language, "shop.zone.dear", Money.yuan(terms.jinFenMax())),
                        words.say(language, "shop.zone.until", day(terms.endsAt())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String day(Instant instant) {
        return instant.atZone(Clock.ZONE).toLocalDate().toString();
    }

    private String names(Language language, Set<String> provinces) {
        return provinces.stream()
                .sorted()
                .map(code -> places.province(language, code))
                .collect(Collectors.joining(language.english() ? ", " : "、"));
    }

    /** @param sections names of what is shown, in this order */
    public record Arranged(
            List<String> sections,
            List<String> story,
            String season,
            List<Month> months,
            List<Crumb> counties,
            List<Card> flagship,
            List<Card> picks,
            List<Vouched> certificates,
            List<Place> points,
            List<Place> fairs,
            List<String> terms) {}

    /** @param harvest whether something is harvested in it */
    public record Month(int number, boolean harvest) {}

    /** How many of the goods on this page something vouches for. */
    public record Vouched(String kind, long goods) {}

    /**
     * Where one can go.
     *
     * @param kind words are at {@code shop.place.<kind>}
     * @param time opening hours, or days
     */
    public record Place(
            String kind,
            String name,
            String street,
            @Nullable String time) {}
}
