package terrace.web.shop;

import jakarta.inject.Singleton;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.curation.Arrangement;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.Sum;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilion.Kind;
import terrace.marketplace.pavilions.PavilionAddresses;
import terrace.marketplace.pavilions.Pavilions;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Prepares the pages of pavilions. */
@Singleton
public class PavilionPages {
    private static final int MERCHANTS_SHOWN_MAX = 24;
    /** For pavilions without a province of their own. */
    private static final String LANDSCAPE = "53";

    private static final long FEN_PER_YUAN = 100;

    private final Pavilions pavilions;
    private final PavilionAddresses addresses;
    private final PavilionSections sections;
    private final Partners partners;
    private final Merchants merchants;
    private final Listings listings;
    private final Impact impact;
    private final Cards cards;
    private final Tiles tiles;
    private final Words words;
    private final Clock clock;

    PavilionPages(
            Pavilions pavilions,
            PavilionAddresses addresses,
            PavilionSections sections,
            Partners partners,
            Merchants merchants,
            Listings listings,
            Impact impact,
            Cards cards,
            Tiles tiles,
            Words words,
            Clock clock) {
        this.pavilions = pavilions;
        this.addresses = addresses;
        this.sections = sections;
        this.partners = partners;
        this.merchants = merchants;
        this.listings = listings;
        this.impact = impact;
        this.cards = cards;
        this.tiles = tiles;
        this.words = words;
        this.clock = clock;
    }

    ListPage list(Language language) {
        List<Pavilion> all = pavilions.all();
        Set<UUID> partnerIds =
                all.stream().flatMap(pavilion -> pavilion.partnerIds().stream()).collect(Collectors.toSet());
        Map<UUID, Partner> known = partners.byIds(partnerIds);
        return new ListPage(
                tiles.of(language),
                entries(language, all, known, Kind.ORIGIN),
                entries(language, all, known, Kind.JOINT),
                entries(language, all, known, Kind.DEMAND),
                entries(language, all, known, Kind.ZONE));
    }

    /** @param content how it is arranged, or would be */
    public Page page(Language language, Pavilion pavilion, Arrangement.Content content, String sort, String after) {
        boolean origin = pavilion.kind() == Kind.ORIGIN;
        var orders = origin ? ListOrder.OF_CATALOG : ListOrder.OF_SEVERAL;
        var asked = CardList.Asked.of(path(pavilion), orders, sort, after);
        Collection<Merchant> sellers = origin
                ? merchants.inProvince(Objects.requireNonNull(pavilion.provinceCode()), MERCHANTS_SHOWN_MAX)
                : members(pavilion);
        Slice<ListingCard> found = origin
                ? listings.inProvince(
                        Objects.requireNonNull(pavilion.provinceCode()),
                        asked.order().catalog(),
                        asked.after(),
                        CardList.PAGE_SIZE)
                : listings.ofMerchants(ids(sellers), asked.order().catalog(), asked.after(), CardList.PAGE_SIZE);
        Map<UUID, Partner> known = partners.byIds(new HashSet<>(pavilion.partnerIds()));
        Entry entry = entry(language, pavilion, known);
        List<Card> goods = cards.of(language, found.items());
        return new Page(
                entry,
                words.say(language, "shop.pavilion.kind." + pavilion.kind()),
                "hero-" + (pavilion.provinceCode() == null ? LANDSCAPE : pavilion.provinceCode()),
                origin ? tiles.listingsOf(Objects.requireNonNull(pavilion.provinceCode())) : -1,
                List.of(
                        new Crumb(words.say(language, "layout.nav.pavilions"), "/pavilions"),
                        new Crumb(entry.name(), null)),
                sellers.stream()
                        .limit(MERCHANTS_SHOWN_MAX)
                        .map(seller -> new Crumb(seller.name(), "/merchants/" + seller.code()))
                        .toList(),
                CardList.of(words, language, asked, found, goods),
                sections.of(language, pavilion, content, ids(sellers)),
                helped(language, pavilion),
                null);
    }

    /** Of this year so far, as the pavilion's ledger has it. */
    private Helped helped(Language language, Pavilion pavilion) {
        LocalDate today = clock.today();
        Sum sum = impact.ledger(today.withDayOfYear(1), today, pavilion.code()).total();
        NumberFormat number = NumberFormat.getIntegerInstance(language.locale());
        return new Helped(
                Integer.toString(today.getYear()),
                number.format(sum.fen() / FEN_PER_YUAN),
                number.format(sum.grams() / Money.GRAMS_PER_JIN),
                number.format(sum.counties()),
                number.format(sum.helped().audited()),
                number.format(sum.helped().endorsed()),
                number.format(sum.helped().declared()),
                sum.facts() > 0,
                "/impact/pavilions/" + pavilion.code());
    }

    /** In the order in which they joined. */
    private List<Merchant> members(Pavilion pavilion) {
        List<UUID> ids = pavilions.merchantsOf(pavilion.code());
        Map<UUID, Merchant> known = merchants.byIds(new HashSet<>(ids));
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    private static Set<UUID> ids(Collection<Merchant> merchants) {
        return merchants.stream().map(Merchant::id).collect(Collectors.toSet());
    }

    private List<Entry> entries(Language language, List<Pavilion> all, Map<UUID, Partner> known, Kind kind) {
        return all.stream()
                .filter(pavilion -> pavilion.kind() == kind)
                .map(pavilion -> entry(language, pavilion, known))
                .toList();
    }

    private String path(Pavilion pavilion) {
        return "/pavilions/" + addresses.current(pavilion.code());
    }

    private Entry entry(Language language, Pavilion pavilion, Map<UUID, Partner> known) {
        boolean english = language.english();
        return new Entry(
                english ? pavilion.nameEn() : pavilion.name(),
                english ? pavilion.summaryEn() : pavilion.summary(),
                path(pavilion),
                pavilion.partnerIds().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(partner -> english ? partner.nameEn() : partner.name())
                        .toList());
    }

    record ListPage(List<Tile> tiles, List<Entry> origins, List<Entry> joint, List<Entry> demand, List<Entry> zones) {}

    /** @param partners names of the organisations that run it together */
    public record Entry(String name, String summary, String path, List<String> partners) {}

    /** @param listings on sale, or -1 where nobody has counted them */
    public record Page(
            Entry pavilion,
            String kind,
            String picture,
            long listings,
            List<Crumb> crumbs,
            List<Crumb> merchants,
            CardList list,
            PavilionSections.Arranged arranged,
            Helped helped,
            @Nullable Trial trial) {

        /** The same page as its curator looks at it before anybody else does. */
        public Page tried(Trial trial) {
            return new Page(pavilion, kind, picture, listings, crumbs, merchants, list, arranged, helped, trial);
        }
    }

    /**
     * What the pavilion's goods came to this year, and how many families stand behind them by whose word.
     *
     * @param yuan whole ones, rounded towards nothing, as are the 斤
     * @param anything whether a fact was counted yet
     * @param ledger path of all of it
     */
    public record Helped(
            String year,
            String yuan,
            String jin,
            String counties,
            String audited,
            String endorsed,
            String declared,
            boolean anything,
            String ledger) {}

    /**
     * Who looks at an arrangement may let it begin or take it back.
     *
     * @param path of the arrangement
     * @param state words are at {@code curation.state.<state>}
     * @param wrong key of what is wrong with the moment that was typed; null for nothing
     */
    public record Trial(
            String path,
            String back,
            String state,
            @Nullable String wrong) {}
}
