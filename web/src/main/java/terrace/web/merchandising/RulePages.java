package terrace.web.merchandising;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.search.merchandising.Called;
import terrace.search.merchandising.Merchandising;
import terrace.search.merchandising.Rule;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Rule.Trait;
import terrace.web.merchandising.Effects.Effect;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Doors;

/** Gathers what the pages of rules show. */
@Singleton
class RulePages {
    private static final String SEVERAL = "merchandising.fault.SEVERAL_SUCH_GOODS";
    private static final String PATH = "/operator/search/rules";

    private final Merchandising merchandising;
    private final Listings listings;
    private final Categories categories;
    private final Merchants merchants;
    private final Regions regions;
    private final Accounts accounts;
    private final Clock clock;
    private final Words words;

    RulePages(
            Merchandising merchandising,
            Listings listings,
            Categories categories,
            Merchants merchants,
            Regions regions,
            Accounts accounts,
            Clock clock,
            Words words) {
        this.merchandising = merchandising;
        this.listings = listings;
        this.categories = categories;
        this.merchants = merchants;
        this.regions = regions;
        this.accounts = accounts;
        this.clock = clock;
        this.words = words;
    }

    ListPage list(Language language, @Nullable Long before, @Nullable String done) {
        List<Rule> rules = merchandising.page(before);
        String next = rules.size() < Merchandising.PAGE
                ? null
                : PATH + "?before=" + rules.getLast().number();
        return new ListPage(lines(language, rules), next, before == null ? null : PATH, kinds(), done);
    }

    FormPage form(Language language, Form form, @Nullable Effect effect) {
        Kind kind = Kind.valueOf(form.value("kind"));
        List<Choice> traits = Arrays.stream(Trait.values())
                .map(trait -> new Choice(trait.name(), words.say(language, "merchandising.trait." + trait)))
                .toList();
        List<Choice> strengths = IntStream.rangeClosed(-Merchandising.STRENGTH_MAX, Merchandising.STRENGTH_MAX)
                .filter(strength -> strength != 0)
                .mapToObj(strength -> new Choice(
                        Integer.toString(strength), words.say(language, "merchandising.strength." + strength)))
                .toList();
        List<Choice> places = IntStream.rangeClosed(1, Merchandising.PLACE_MAX)
                .mapToObj(place -> new Choice(Integer.toString(place), Integer.toString(place)))
                .toList();
        return new FormPage(
                kind.name(),
                kinds(),
                form,
                traits,
                kind == Kind.BOOST ? names(language) : List.of(),
                meant(language, form),
                strengths,
                places,
                effect);
    }

    /** What the browser offers while a name is typed: there are too many counties and merchants for that. */
    private List<String> names(Language language) {
        return Stream.concat(
                        categories.all().stream()
                                .filter(category -> !category.retired())
                                .map(category -> Doors.name(language, category)),
                        regions.provinces().stream().map(Region::name))
                .distinct()
                .toList();
    }

    /** Those to choose among, where what was typed is the name of several. */
    private List<Choice> meant(Language language, Form form) {
        if (!SEVERAL.equals(form.error("value"))) {
            return List.of();
        }
        Trait trait = RuleForm.trait(form).orElseThrow();
        List<Called> called = merchandising.called(trait, form.value("value"));
        Map<UUID, Merchant> sellers = trait == Trait.MERCHANT
                ? merchants.byIds(called.stream()
                        .map(each -> UUID.fromString(each.value()))
                        .collect(Collectors.toSet()))
                : Map.of();
        return called.stream()
                .map(each -> new Choice(
                        each.code(), path(language, trait, each.value(), sellers) + " (" + each.code() + ")"))
                .toList();
    }

    private String path(Language language, Trait trait, String value, Map<UUID, Merchant> sellers) {
        return switch (trait) {
            case CATEGORY ->
                categories.bySlug(value).stream()
                        .flatMap(category -> categories.pathOf(category.id()).stream())
                        .map(category -> Doors.name(language, category))
                        .collect(Collectors.joining(" › "));
            case PROVINCE, COUNTY -> regions.path(value);
            case MERCHANT -> name(sellers, value);
        };
    }

    RulePage rule(Language language, Rule rule, @Nullable Effect effect, String sample) {
        return new RulePage(lines(language, List.of(rule)).getFirst(), sample, effect);
    }

    private static List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::name).toList();
    }

    private List<Line> lines(Language language, List<Rule> rules) {
        Set<UUID> ids =
                rules.stream().map(Rule::listingId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, Listing> goods = listings.byIds(ids);
        Map<UUID, Account> makers =
                accounts.byIds(rules.stream().map(Rule::madeBy).collect(Collectors.toSet()));
        Map<UUID, Merchant> sellers = merchants.byIds(rules.stream()
                .filter(rule -> rule.trait() == Trait.MERCHANT)
                .map(rule -> UUID.fromString(rule.value()))
                .collect(Collectors.toSet()));
        Instant now = clock.now();
        return rules.stream()
                .map(rule -> new Line(
                        rule.id(),
                        PATH + "/" + rule.id(),
                        rule.kind().name(),
                        rule.asked(),
                        said(language, rule, goods, sellers),
                        state(rule, now),
                        days(language, rule),
                        rule.note(),
                        name(makers.get(rule.madeBy()))))
                .toList();
    }

    private String said(Language language, Rule rule, Map<UUID, Listing> goods, Map<UUID, Merchant> sellers) {
        Listing listing = rule.listingId() == null ? null : goods.get(rule.listingId());
        String title = listing == null ? words.say(language, "merchandising.listing.gone") : listing.title();
        return switch (rule.kind()) {
            case SYNONYM -> String.join(" = ", rule.words());
            case PIN -> words.say(language, "merchandising.said.PIN", rule.place(), title);
            case HIDE -> title;
            case BOOST ->
                words.say(
                        language,
                        "merchandising.said.BOOST",
                        words.say(language, "merchandising.trait." + rule.trait()),
                        boosted(language, Objects.requireNonNull(rule.trait()), rule.value(), sellers),
                        words.say(language, "merchandising.strength." + rule.strength()));
        };
    }

    private String boosted(Language language, Trait trait, String value, Map<UUID, Merchant> sellers) {
        return switch (trait) {
            case CATEGORY ->
                categories
                        .bySlug(value)
                        .map(category -> Doors.name(language, category))
                        .orElse(value);
            case PROVINCE, COUNTY -> regions.byCode(value).map(Region::name).orElse(value);
            case MERCHANT -> name(sellers, value);
        };
    }

    private static String name(Map<UUID, Merchant> sellers, String id) {
        Merchant seller = sellers.get(UUID.fromString(id));
        return seller == null ? id : seller.name();
    }

    private static String name(@Nullable Account account) {
        return account == null ? "" : account.name();
    }

    private static String state(Rule rule, Instant now) {
        if (rule.ended()) {
            return "ENDED";
        }
        if (now.isBefore(rule.from())) {
            return "COMING";
        }
        return rule.inForce(now) ? "IN_FORCE" : "OVER";
    }

    private String days(Language language, Rule rule) {
        List<String> days = new ArrayList<>();
        days.add(words.say(language, "merchandising.from", clock.dayOf(rule.from())));
        Instant until = rule.until();
        if (until != null) {
            days.add(words.say(language, "merchandising.until", clock.dayOf(until.minusSeconds(1))));
        }
        Instant ended = rule.endedAt();
        if (ended != null) {
            days.add(words.say(language, "merchandising.ended", clock.dayOf(ended)));
        }
        return String.join(" ", days);
    }

    /**
     * @param asked the text it is about, empty for every search
     * @param said what it does, in words
     * @param state IN_FORCE, COMING, OVER or ENDED
     */
    record Line(
            UUID id,
            String path,
            String kind,
            String asked,
            String said,
            String state,
            String days,
            String note,
            String by) {}

    record Choice(String value, String text) {}

    record ListPage(
            List<Line> rules,
            @Nullable String next,
            @Nullable String first,
            List<String> kinds,
            @Nullable String done) {}

    /**
     * @param names of goods, to be offered while somebody types
     * @param meant those that what was typed may mean, where it is not clear
     */
    record FormPage(
            String kind,
            List<String> kinds,
            Form form,
            List<Choice> traits,
            List<String> names,
            List<Choice> meant,
            List<Choice> strengths,
            List<Choice> places,
            @Nullable Effect effect) {}

    record RulePage(Line rule, String sample, @Nullable Effect effect) {}
}
