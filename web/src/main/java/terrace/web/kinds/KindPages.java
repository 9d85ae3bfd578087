package terrace.web.kinds;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Assortment;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Attribute.Kind;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.Direction;
import terrace.catalog.categories.Freshness;
import terrace.catalog.categories.Group;
import terrace.catalog.categories.Groups;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.Doors;

/** Gathers what the operators' pages about the tree of goods show. */
@Singleton
class KindPages {
    private static final int MISSING_SHOWN = 100;

    private final Categories categories;
    private final Assortment assortment;
    private final Groups groups;
    private final Listings listings;
    private final Merchants merchants;
    private final Words words;

    KindPages(
            Categories categories,
            Assortment assortment,
            Groups groups,
            Listings listings,
            Merchants merchants,
            Words words) {
        this.groups = groups;
        this.listings = listings;
        this.merchants = merchants;
        this.categories = categories;
        this.assortment = assortment;
        this.words = words;
    }

    ListPage list(Language language, Form form) {
        return new ListPage(KindTree.of(language, categories.all()), form);
    }

    CategoryPage category(
            Language language, Category category, Form form, Form below, List<Clash> clash, @Nullable String saved) {
        return new CategoryPage(
                category.slug(),
                path(language, category),
                category.listings(),
                category.level() < Categories.LEVEL_MAX && !category.retired(),
                categories.attributesOf(category.id()).size(),
                choices(language, "freshness", Freshness.values()),
                choices(language, "direction", Direction.values()),
                groups(language, category),
                form,
                below,
                clash,
                saved);
    }

    private List<Choice> choices(Language language, String field, Enum<?>[] values) {
        return Stream.concat(Stream.of("above"), Arrays.stream(values).map(Enum::name))
                .map(name -> new Choice(
                        name.equals("above") ? "" : name, words.say(language, "kinds." + field + "." + name)))
                .toList();
    }

    /** The empty choice says what comes from above. */
    private List<Choice> groups(Language language, Category category) {
        UUID parent = category.parentId();
        String above = Optional.ofNullable(parent)
                .flatMap(categories::classificationOf)
                .flatMap(groups::byCode)
                .map(group -> words.say(language, "kinds.classification.above", name(language, group)))
                .orElseGet(() -> words.say(language, "kinds.classification.none"));
        return Stream.concat(
                        Stream.of(new Choice("", above)),
                        groups.all().stream().map(group -> new Choice(group.code(), name(language, group))))
                .toList();
    }

    private static String name(Language language, Group group) {
        return group.code() + " " + (language.english() ? group.nameEn() : group.nameZh());
    }

    private String path(Language language, Category category) {
        return categories.pathOf(category.id()).stream()
                .map(step -> Doors.name(language, step))
                .collect(Collectors.joining(" › "));
    }

    List<Clash> clash(Language language, Category theirs, Map<String, String> mine) {
        return clash(
                language,
                KindForm.fields(theirs),
                mine,
                List.of("zh", "en", "position", "freshness", "direction", "classification", "retired"));
    }

    List<Clash> clash(Language language, Attribute theirs, Map<String, String> mine) {
        return clash(
                language,
                KindForm.fields(theirs),
                mine,
                List.of("zh", "en", "unit", "choices", "position", "required", "retired"));
    }

    private List<Clash> clash(
            Language language, Map<String, String> theirs, Map<String, String> mine, List<String> fields) {
        return fields.stream()
                .map(field -> new Clash(
                        words.say(language, "kinds.field." + field),
                        shown(language, theirs.getOrDefault(field, "")),
                        shown(language, mine.getOrDefault(field, ""))))
                .filter(clash -> !clash.theirs().equals(clash.mine()))
                .toList();
    }

    private String shown(Language language, String value) {
        return switch (value) {
            case "" -> "—";
            case Attribute.YES -> words.say(language, "shop.yes");
            case "UP", "DOWN" -> words.say(language, "kinds.direction." + value);
            case "KEEPS", "DEPENDS", "PERISHES" -> words.say(language, "kinds.freshness." + value);
            default -> value.replace("\r", "");
        };
    }

    AttributesPage attributes(Language language, Category category, Form form, @Nullable String saved) {
        List<Attribute> own = assortment.ofCategory(category.id());
        List<Row> inherited = categories.attributesOf(category.id()).stream()
                .filter(attribute -> !attribute.categoryId().equals(category.id()))
                .map(attribute -> row(language, attribute))
                .toList();
        return new AttributesPage(
                category.slug(),
                path(language, category),
                own.stream().map(attribute -> row(language, attribute)).toList(),
                inherited,
                kinds(language),
                Ids.next(),
                form,
                saved);
    }

    AttributePage attribute(Language language, Category category, Attribute attribute, Form form, List<Clash> clash) {
        return new AttributePage(
                category.slug(),
                path(language, category),
                attribute.id(),
                language.english() ? attribute.nameEn() : attribute.nameZh(),
                words.say(language, "kinds.kind." + attribute.kind()),
                attribute.kind().name(),
                attribute.required() && !attribute.retired() ? assortment.missing(attribute) : 0,
                form,
                clash);
    }

    MissingPage missing(Language language, String slug, Attribute attribute) {
        List<ListingCard> cards = listings.cardsByIds(assortment.missing(attribute, MISSING_SHOWN));
        Map<UUID, Merchant> sellers =
                merchants.byIds(cards.stream().map(ListingCard::merchantId).collect(Collectors.toSet()));
        return new MissingPage(
                slug,
                attribute.id(),
                language.english() ? attribute.nameEn() : attribute.nameZh(),
                assortment.missing(attribute),
                MISSING_SHOWN,
                cards.stream()
                        .map(card -> {
                            Merchant seller = sellers.get(card.merchantId());
                            return new Silent(card.id(), card.title(), seller == null ? "" : seller.name());
                        })
                        .toList());
    }

    private Row row(Language language, Attribute attribute) {
        String above = categories
                .byId(attribute.categoryId())
                .map(category -> Doors.name(language, category))
                .orElse("");
        return new Row(
                attribute.id(),
                language.english() ? attribute.nameEn() : attribute.nameZh(),
                words.say(language, "kinds.kind." + attribute.kind()),
                attribute.unit(),
                String.join(
                        "、",
                        attribute.choices().stream()
                                .map(choice -> language.english() ? choice.en() : choice.zh())
                                .toList()),
                attribute.required(),
                attribute.retired(),
                above);
    }

    private List<Choice> kinds(Language language) {
        return Arrays.stream(Kind.values())
                .map(kind -> new Choice(kind.name(), words.say(language, "kinds.kind." + kind)))
                .toList();
    }

    /** A listing that does not answer. */
    record Silent(UUID id, String title, String merchant) {}

    /** @param shown how many of them the page shows at most */
    record MissingPage(String slug, UUID id, String name, long missing, int shown, List<Silent> rows) {}

    record Choice(String value, String text) {}

    record ListPage(List<KindTree.Branch> roots, Form form) {}

    /** Where what somebody else saved differs from what was typed. */
    record Clash(String label, String theirs, String mine) {}

    /** @param divisible whether another may stand below it */
    record CategoryPage(
            String slug,
            String path,
            int listings,
            boolean divisible,
            int attributes,
            List<Choice> freshness,
            List<Choice> directions,
            List<Choice> groups,
            Form form,
            Form below,
            List<Clash> clash,
            @Nullable String saved) {}

    /** @param above the category that asks it */
    record Row(
            UUID id,
            String name,
            String kind,
            String unit,
            String choices,
            boolean required,
            boolean retired,
            String above) {}

    /** @param fresh id of the attribute the form adds */
    record AttributesPage(
            String slug,
            String path,
            List<Row> own,
            List<Row> inherited,
            List<Choice> kinds,
            UUID fresh,
            Form form,
            @Nullable String saved) {}

    /** @param missing how many listings on sale do not answer it, though it is required */
    record AttributePage(
            String slug,
            String path,
            UUID id,
            String name,
            String kindName,
            String kind,
            long missing,
            Form form,
            List<Clash> clash) {}
}
