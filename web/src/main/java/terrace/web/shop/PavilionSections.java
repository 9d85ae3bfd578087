package terrace.web.shop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Direction;
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
    private static final int OF_A_WAY = 8;

    private final Listings listings;
    private final Categories categories;
    private final Certificates certificates;
    private final Governance governance;
    private final Centres centres;
    private final Zones zones;
    private final Cards cards;
    private final Places places;
    private final Words words;

    PavilionSections(
            Listings listings,
            Categories categories,
            Certificates certificates,
            Governance governance,
            Centres centres,
            Zones zones,
            Cards cards,
            Places places,
            Words words) {
        this.listings = listings;
        this.categories = categories;
        this.certificates = certificates;
        this.governance = governance;
        this.centres = centres;
        this.zones = zones;
        this.cards = cards;
        this.places = places;
        this.words = words;
    }

    /** @param sellers whose goods are in it, where it has no province of its own */
    Arranged of(Language language, Pavilion pavilion, Arrangement.Content content, Set<UUID> sellers) {
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
                way(language, pavilion, content, sellers, Section.UP, Direction.UP),
                way(language, pavilion, content, sellers, Section.DOWN, Direction.DOWN),
                content.sections().contains(Section.CERTIFICATES) ? vouched(language, pavilion, sellers) : List.of(),
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

    /** The best selling that go one way, and where more are found: up all goods, down each kind of them. */
    private Way way(
            Language language,
            Pavilion pavilion,
            Arrangement.Content content,
            Set<UUID> sellers,
            Section section,
            Direction direction) {
        if (!content.sections().contains(section)) {
            return new Way(List.of(), List.of());
        }
        String all = "/search?pavilion=" + pavilion.code();
        return new Way(
                cards.of(language, listings.going(direction, province(pavilion), sellers, OF_A_WAY)),
                direction == Direction.UP
                        ? List.of(new Crumb(words.say(language, "shop.pavilion.all"), all))
                        : categories.heads(direction).stream()
                                .filter(kind -> kind.listings() > 0)
                                .map(kind -> new Crumb(Doors.name(language, kind), all + "&category=" + kind.slug()))
                                .toList());
    }

    /** Of all its goods, how many a kind of certificate vouches for. */
    private List<Vouched> vouched(Language language, Pavilion pavilion, Set<UUID> sellers) {
        String province = province(pavilion);
        Map<Certificate.Kind, Long> counted =
                province == null ? certificates.goodsByKind(sellers) : certificates.goodsByKind(province);
        return counted.entrySet().stream()
                .map(each -> new Vouched(
                        words.say(language, "certificates.kind." + each.getKey().name()), each.getValue()))
                .toList();
    }

    /** Whose goods are all of its province's; null where they are its merchants'. */
    private static @Nullable String province(Pavilion pavilion) {
        return pavilion.kind() == Pavilion.Kind.ORIGIN ? pavilion.provinceCode() : null;
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
                                : words.say(language, "shop.zone.dear", Money.grouped(terms.jinFenMax())),
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

    /**
     * @param sections names of what is shown, in this order
     * @param up what goes up from the villages, down what goes there
     */
    public record Arranged(
            List<String> sections,
            List<String> story,
            String season,
            List<Month> months,
            List<Crumb> counties,
            List<Card> flagship,
            List<Card> picks,
            Way up,
            Way down,
            List<Vouched> certificates,
            List<Place> points,
            List<Place> fairs,
            List<String> terms) {}

    /** @param harvest whether something is harvested in it */
    public record Month(int number, boolean harvest) {}

    /** Goods that go one way, and the ways to more. */
    public record Way(List<Card> cards, List<Crumb> more) {}

    /** How many of the pavilion's goods something vouches for. */
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
