package terrace.web.kinds;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Assortment;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.CategoryWords;
import terrace.catalog.categories.NewCategory;
import terrace.catalog.categories.Shaping;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The tree of goods, as operators change it. */
@Controller("/operator/categories")
@Secured(Access.OPERATOR)
class KindController {
    private final Categories categories;
    private final Assortment assortment;
    private final KindPages prepared;
    private final Pages pages;

    KindController(Categories categories, Assortment assortment, KindPages prepared, Pages pages) {
        this.categories = categories;
        this.assortment = assortment;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return list(visitor, HttpStatus.OK, Form.EMPTY);
    }

    private HttpResponse<?> list(Visitor visitor, HttpStatus status, Form form) {
        return pages.show(visitor, status, "kinds/list", prepared.list(visitor.language(), form));
    }

    /** Adds a category below the one named by {@code parent}, or a root. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(Visitor visitor, @Body Map<String, String> typed) {
        String above = typed.getOrDefault("parent", "");
        Optional<Category> parent = categories.bySlug(above);
        if (!above.isEmpty() && parent.isEmpty()) {
            return HttpResponse.notFound();
        }
        CategoryWords words = KindForm.category(typed);
        NewCategory wanted = new NewCategory(
                typed.getOrDefault("slug", "").strip(),
                above.isEmpty() ? null : above,
                words.nameZh(),
                words.nameEn(),
                words.position());
        return switch (assortment.add(wanted, visitor.memberId())) {
            case Shaping.Done<Category> done ->
                Pages.seeOther(visitor, "/operator/categories/" + done.now().slug() + "?saved=added");
            case Shaping.Conflict<Category> taken -> again(visitor, parent, Form.of(typed));
            case Shaping.Refused<Category> refused ->
                again(visitor, parent, KindForm.below(Form.of(typed), refused.faults()));
        };
    }

    private HttpResponse<?> again(Visitor visitor, Optional<Category> parent, Form form) {
        return parent.<HttpResponse<?>>map(category -> show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        category,
                        Form.of(KindForm.fields(category)),
                        form,
                        List.of(),
                        null))
                .orElseGet(() -> list(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form));
    }

    /** @param saved after saving: {@code added} or {@code changed} */
    @Get("/{slug}")
    HttpResponse<?> show(Visitor visitor, String slug, @Nullable @QueryValue String saved) {
        return categories
                .bySlug(slug)
                .<HttpResponse<?>>map(category -> show(
                        visitor,
                        HttpStatus.OK,
                        category,
                        Form.of(KindForm.fields(category)),
                        Form.EMPTY,
                        List.of(),
                        saved))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{slug}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, String slug, @Body Map<String, String> typed) {
        Optional<Shaping<Category>> shaping =
                assortment.change(slug, KindForm.version(typed), KindForm.category(typed), visitor.memberId());
        Optional<Category> category = categories.bySlug(slug);
        if (shaping.isEmpty() || category.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (shaping.get()) {
            case Shaping.Done<Category> done ->
                Pages.seeOther(visitor, "/operator/categories/" + slug + "?saved=changed");
            case Shaping.Conflict<Category>(Category present) -> {
                Map<String, String> again = new HashMap<>(typed);
                again.put("version", Long.toString(present.version()));
                yield unsaved(
                        visitor, category.get(), Form.of(again), prepared.clash(visitor.language(), present, typed));
            }
            case Shaping.Refused<Category> refused ->
                unsaved(visitor, category.get(), KindForm.with(Form.of(typed), refused.faults()), List.of());
        };
    }

    private HttpResponse<?> unsaved(Visitor visitor, Category category, Form form, List<KindPages.Clash> clash) {
        return show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, category, form, Form.EMPTY, clash, null);
    }

    private HttpResponse<?> show(
            Visitor visitor,
            HttpStatus status,
            Category category,
            Form form,
            Form below,
            List<KindPages.Clash> clash,
            @Nullable String saved) {
        return pages.show(
                visitor,
                status,
                "kinds/category",
                prepared.category(visitor.language(), category, form, below, clash, saved));
    }
}
