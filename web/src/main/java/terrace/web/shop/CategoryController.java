package terrace.web.shop;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.ArrayList;
import java.util.List;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listings;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The tree of goods, and the goods at each place of it, straight from the catalogue. */
@Controller("/categories")
@Secured(Access.ANYONE)
class CategoryController {
    private static final int SECONDS = 15;

    private final Categories categories;
    private final Listings listings;
    private final Cards cards;
    private final Doors doors;
    private final Words words;
    private final Pages pages;

    CategoryController(Categories categories, Listings listings, Cards cards, Doors doors, Words words, Pages pages) {
        this.categories = categories;
        this.listings = listings;
        this.cards = cards;
        this.doors = doors;
        this.words = words;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> tree(Visitor visitor) {
        return pages.showPublic(visitor, "categories", SECONDS, "shop/categories", () -> tree(visitor.language()));
    }

    @Get("/{slug}")
    HttpResponse<?> show(
            Visitor visitor,
            String slug,
            @QueryValue(defaultValue = "") String sort,
            @QueryValue(defaultValue = "") String after) {
        return pages.showPublicIfThere(
                visitor,
                "category",
                SECONDS,
                "shop/category",
                () -> categories.bySlug(slug).map(category -> page(visitor.language(), category, sort, after)));
    }

    private CategoryPage page(Language language, Category category, String sort, String after) {
        var asked = CardList.Asked.of(Doors.path(category), ListOrder.OF_CATALOG, sort, after);
        var found = listings.inCategory(category.id(), asked.order().catalog(), asked.after(), CardList.PAGE_SIZE);
        return new CategoryPage(
                Doors.name(language, category),
                category.listings(),
                crumbs(language, category),
                doors.of(language, categories.childrenOf(category.id())),
                CardList.of(words, language, asked, found, cards.of(language, found.items())),
                "/search?category=" + category.slug());
    }

    private List<Crumb> crumbs(Language language, Category here) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb(words.say(language, "layout.nav.categories"), "/categories"));
        for (Category category : categories.pathOf(here.id())) {
            boolean last = category.id().equals(here.id());
            crumbs.add(new Crumb(Doors.name(language, category), last ? null : Doors.path(category)));
        }
        return crumbs;
    }

    private CategoriesPage tree(Language language) {
        return new CategoriesPage(categories.roots().stream()
                .filter(root -> root.listings() > 0)
                .map(root -> branch(language, root))
                .toList());
    }

    private Branch branch(Language language, Category category) {
        return new Branch(
                Doors.name(language, category),
                Doors.path(category),
                category.listings(),
                categories.childrenOf(category.id()).stream()
                        .filter(child -> child.listings() > 0)
                        .map(child -> branch(language, child))
                        .toList());
    }

    record CategoriesPage(List<Branch> roots) {}

    /** @param children those with goods in them */
    record Branch(String name, String path, int listings, List<Branch> children) {}

    /** @param refine path of a search in this category, where more can be filtered */
    record CategoryPage(
            String name, int listings, List<Crumb> crumbs, List<Door> doors, CardList list, String refine) {}
}
