package terrace.web.merchandising;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.search.query.Explanation;
import terrace.search.query.ListingSearch;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Why one of the goods stands where it stands for a text. */
@Controller("/operator/search/explanation")
@Secured(Access.OPERATOR)
class ExplanationController {
    private final ListingSearch search;
    private final ExplanationPages prepared;
    private final Pages pages;

    ExplanationController(ListingSearch search, ExplanationPages prepared, Pages pages) {
        this.search = search;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param listing an id, or an address that holds one; empty to choose from the first goods found */
    @Get
    HttpResponse<?> show(
            Visitor visitor, @QueryValue(defaultValue = "") String q, @QueryValue(defaultValue = "") String listing) {
        Form form = Form.of(Map.of("q", q.strip(), "listing", listing.strip()));
        if (q.isBlank()) {
            return listing.isBlank()
                    ? page(visitor, HttpStatus.OK, form, null, null)
                    : refused(visitor, form.with("q", "merchandising.why.fault.text"));
        }
        if (listing.isBlank()) {
            return page(visitor, HttpStatus.OK, form, null, null);
        }
        UUID id = RuleForm.id(listing);
        if (id == null || !prepared.known(id)) {
            return refused(visitor, form.with("listing", "merchandising.fault.NO_SUCH_LISTING"));
        }
        Optional<Explanation> explanation = search.explain(q, visitor.provinceCode(), id);
        return page(visitor, HttpStatus.OK, form, id, explanation.orElse(null));
    }

    private HttpResponse<?> refused(Visitor visitor, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null, null);
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Form form, @Nullable UUID listing, @Nullable Explanation explanation) {
        return pages.show(
                visitor, status, "merchandising/explanation", prepared.page(visitor, form, listing, explanation));
    }
}
