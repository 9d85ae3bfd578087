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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Assortment;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.Shaping;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What goods of a category are asked. */
@Controller("/operator/categories/{slug}/attributes")
@Secured(Access.OPERATOR)
class AttributeController {
    private final Categories categories;
    private final Assortment assortment;
    private final KindPages prepared;
    private final Pages pages;

    AttributeController(Categories categories, Assortment assortment, KindPages prepared, Pages pages) {
        this.categories = categories;
        this.assortment = assortment;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param saved after saving: {@code asked} or {@code changed} */
    @Get
    HttpResponse<?> list(Visitor visitor, String slug, @Nullable @QueryValue String saved) {
        return list(visitor, HttpStatus.OK, slug, Form.EMPTY, saved);
    }

    private HttpResponse<?> list(Visitor visitor, HttpStatus status, String slug, Form form, @Nullable String saved) {
        return categories
                .bySlug(slug)
                .<HttpResponse<?>>map(category -> pages.show(
                        visitor,
                        status,
                        "kinds/attributes",
                        prepared.attributes(visitor.language(), category, form, saved)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Visitor visitor, String slug, @Body Map<String, String> typed) {
        Optional<Shaping<Attribute>> shaping = KindForm.id(typed)
                .flatMap(id ->
                        assortment.ask(id, slug, KindForm.kind(typed), KindForm.attribute(typed), visitor.memberId()));
        if (shaping.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (shaping.get()) {
            case Shaping.Refused<Attribute> refused ->
                list(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        slug,
                        KindForm.with(Form.of(typed), refused.faults()),
                        null);
            case Shaping.Done<Attribute> done -> listed(visitor, slug, "asked");
            case Shaping.Conflict<Attribute> known -> listed(visitor, slug, "asked");
        };
    }

    private static HttpResponse<?> listed(Visitor visitor, String slug, String saved) {
        return Pages.seeOther(visitor, "/operator/categories/" + slug + "/attributes?saved=" + saved);
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, String slug, UUID id) {
        return own(slug, id)
                .<HttpResponse<?>>map(attribute ->
                        show(visitor, HttpStatus.OK, slug, attribute, Form.of(KindForm.fields(attribute)), List.of()))
                .orElseGet(HttpResponse::notFound);
    }

    /** Goods on sale that do not answer it. */
    @Get("/{id}/missing")
    HttpResponse<?> missing(Visitor visitor, String slug, UUID id) {
        return own(slug, id)
                .<HttpResponse<?>>map(attribute ->
                        pages.show(visitor, "kinds/missing", prepared.missing(visitor.language(), slug, attribute)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, String slug, UUID id, @Body Map<String, String> typed) {
        Optional<Shaping<Attribute>> shaping =
                assortment.change(slug, id, KindForm.version(typed), KindForm.attribute(typed), visitor.memberId());
        Optional<Attribute> known = own(slug, id);
        if (shaping.isEmpty() || known.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (shaping.get()) {
            case Shaping.Done<Attribute> done -> listed(visitor, slug, "changed");
            case Shaping.Conflict<Attribute>(Attribute present) -> {
                Map<String, String> again = new HashMap<>(typed);
                again.put("version", Long.toString(present.version()));
                yield show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        slug,
                        present,
                        Form.of(again),
                        prepared.clash(visitor.language(), present, typed));
            }
            case Shaping.Refused<Attribute> refused ->
                show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        slug,
                        known.get(),
                        KindForm.with(Form.of(typed), refused.faults()),
                        List.of());
        };
    }

    private Optional<Attribute> own(String slug, UUID id) {
        return categories
                .bySlug(slug)
                .flatMap(category -> assortment.ofCategory(category.id()).stream()
                        .filter(attribute -> attribute.id().equals(id))
                        .findFirst());
    }

    private HttpResponse<?> show(
            Visitor visitor,
            HttpStatus status,
            String slug,
            Attribute attribute,
            Form form,
            List<KindPages.Clash> clash) {
        Category category = categories.bySlug(slug).orElseThrow();
        return pages.show(
                visitor,
                status,
                "kinds/attribute",
                prepared.attribute(visitor.language(), category, attribute, form, clash));
    }
}
