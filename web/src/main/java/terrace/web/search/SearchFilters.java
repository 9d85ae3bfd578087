package terrace.web.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.search.filters.Facet;
import terrace.search.filters.FacetCount;
import terrace.search.filters.Facets;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.search.SearchPage.Group;
import terrace.web.shop.Choice;
import terrace.web.shop.Doors;

/** The filters of a search as links: those that hold, to be lifted, and those that could be added, with counts. */
@Singleton
class SearchFilters {
    /** Those that are only on or off stand together. */
    private static final List<Facet> SWITCHES = List.of(Facet.STOCK, Facet.DELIVERY, Facet.FRESH, Facet.POOR);

    private static final List<Facet> LISTS = List.of(
            Facet.PROVINCE,
            Facet.COUNTY,
            Facet.PRICE,
            Facet.JIN,
            Facet.WEIGHT,
            Facet.PROOF,
            Facet.CAMPAIGN,
            Facet.PAVILION,
            Facet.MERCHANT);
    private static final Set<Facet> BANDS = Set.of(Facet.PRICE, Facet.JIN, Facet.WEIGHT);
    private static final Set<Facet> OPEN = Set.of(Facet.CATEGORY, Facet.PROVINCE, Facet.COUNTY);

    private final Categories categories;
    private final Merchants merchants;
    private final FacetNames names;
    private final Words words;

    SearchFilters(Categories categories, Merchants merchants, FacetNames names, Words words) {
        this.categories = categories;
        this.merchants = merchants;
        this.names = names;
        this.words = words;
    }

    /** Without values nobody knows. */
    SearchQuery known(Language language, SearchQuery query) {
        SearchQuery known =
                query.keeping((facet, value) -> names.of(language, facet, value).isPresent());
        return known.from(query.after());
    }

    /** What holds; each path is the search without it. */
    List<Choice> chosen(Language language, SearchQuery query) {
        List<Choice> chosen = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            for (String value : query.chosen().of(facet)) {
                names.of(language, facet, value)
                        .ifPresent(name -> chosen.add(new Choice(
                                chip(language, facet, name),
                                query.turned(facet, value).path(),
                                0,
                                true)));
            }
        }
        if (!query.min().isEmpty() || !query.max().isEmpty()) {
            chosen.add(new Choice(typedPrice(language, query), query.anyPrice().path(), 0, true));
        }
        return chosen;
    }

    /** 5–10 of what, a chip alone would not say. */
    private String chip(Language language, Facet facet, String name) {
        return facet == Facet.JIN ? names.title(language, facet) + " " + name : name;
    }

    private String typedPrice(Language language, SearchQuery query) {
        if (query.min().isEmpty()) {
            return words.say(language, "shop.price.to", query.max());
        }
        return query.max().isEmpty()
                ? words.say(language, "shop.price.from", query.min())
                : words.say(language, "shop.price.between", query.min(), query.max());
    }

    /** Everything there is to choose from; facets with nothing to choose are left out. */
    List<Group> groups(Language language, SearchQuery query, Facets facets) {
        List<Group> groups = new ArrayList<>();
        add(groups, language, query, Facet.CATEGORY, categories(language, query, facets));
        List<Choice> switches = SWITCHES.stream()
                .flatMap(facet -> choices(language, query, facet, facets).stream())
                .toList();
        if (!switches.isEmpty()) {
            groups.add(new Group(words.say(language, "shop.facet.switches"), true, switches));
        }
        for (Facet facet : LISTS) {
            List<Choice> choices =
                    facet == Facet.MERCHANT ? merchants(query, facets) : choices(language, query, facet, facets);
            add(groups, language, query, facet, choices);
        }
        return groups;
    }

    private void add(List<Group> groups, Language language, SearchQuery query, Facet facet, List<Choice> choices) {
        if (!choices.isEmpty()) {
            boolean open = OPEN.contains(facet) || query.chosen().has(facet);
            groups.add(new Group(names.title(language, facet), open, choices));
        }
    }

    /** What is chosen stands there though nothing is left of it, so that it can be lifted where it was set. */
    private List<Choice> choices(Language language, SearchQuery query, Facet facet, Facets facets) {
        Stream<String> counted = facets.of(facet).stream()
                .filter(count -> count.count() > 0 || query.has(facet, count.key()))
                .map(FacetCount::key);
        Stream<String> chosen = facets.counts().isEmpty() ? Stream.of() : query.chosen().of(facet).stream();
        return Stream.concat(counted, chosen)
                .distinct()
                .flatMap(key -> names.of(language, facet, key).stream()
                        .map(name -> new Choice(
                                name,
                                query.turned(facet, key).path(),
                                facets.count(facet, key),
                                query.has(facet, key))))
                // chosen ones are never folded away; bands stay in their order
                .sorted(Comparator.comparing(choice -> !BANDS.contains(facet) && !choice.chosen()))
                .toList();
    }

    private List<Choice> merchants(SearchQuery query, Facets facets) {
        Set<UUID> ids = facets.of(Facet.MERCHANT).stream()
                .map(count -> UUID.fromString(count.key()))
                .collect(Collectors.toSet());
        Map<UUID, Merchant> known = ids.isEmpty() ? Map.of() : merchants.byIds(ids);
        List<Choice> choices = new ArrayList<>();
        for (FacetCount count : facets.of(Facet.MERCHANT)) {
            Merchant merchant = known.get(UUID.fromString(count.key()));
            if (merchant != null) {
                choices.add(new Choice(
                        merchant.name(),
                        query.turned(Facet.MERCHANT, merchant.code()).path(),
                        count.count(),
                        query.has(Facet.MERCHANT, merchant.code())));
            }
        }
        return choices;
    }

    /** The tree, opened along what is chosen. */
    private List<Choice> categories(Language language, SearchQuery query, Facets facets) {
        Set<UUID> open = new HashSet<>();
        for (String slug : query.chosen().of(Facet.CATEGORY)) {
            categories
                    .bySlug(slug)
                    .ifPresent(category -> categories.pathOf(category.id()).forEach(one -> open.add(one.id())));
        }
        List<Choice> choices = new ArrayList<>();
        addLevel(choices, categories.roots(), 0, open, language, query, facets);
        return choices;
    }

    private void addLevel(
            List<Choice> choices,
            List<Category> level,
            int depth,
            Set<UUID> open,
            Language language,
            SearchQuery query,
            Facets facets) {
        for (Category category : level) {
            long count = facets.count(Facet.CATEGORY, category.slug());
            boolean chosen = query.has(Facet.CATEGORY, category.slug());
            if (count > 0 || chosen) {
                String name = Doors.name(language, category);
                choices.add(new Choice(name, turned(query, category).path(), count, chosen, depth));
            }
            if (open.contains(category.id())) {
                addLevel(choices, categories.childrenOf(category.id()), depth + 1, open, language, query, facets);
            }
        }
    }

    /** A branch takes the place of the bough it grows from, and of its own twigs: together they would say nothing. */
    private SearchQuery turned(SearchQuery query, Category category) {
        Set<String> above = categories.pathOf(category.id()).stream()
                .map(Category::slug)
                .filter(slug -> !slug.equals(category.slug()))
                .collect(Collectors.toSet());
        return query.turned(Facet.CATEGORY, category.slug())
                .keeping((facet, slug) ->
                        facet != Facet.CATEGORY || (!above.contains(slug) && !isBelow(slug, category)));
    }

    private boolean isBelow(String slug, Category category) {
        return !slug.equals(category.slug())
                && categories
                        .bySlug(slug)
                        .filter(other -> categories.pathOf(other.id()).stream()
                                .anyMatch(above -> above.id().equals(category.id())))
                        .isPresent();
    }
}
