package terrace.web.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.function.Supplier;
import terrace.search.merchandising.Merchandising;
import terrace.search.query.Leaning;
import terrace.search.querylog.QueryLog;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Finds goods, and completes what is being typed. */
@Controller(SearchQuery.PATH)
@Secured(Access.ANYONE)
class SearchController {
    private static final int SECONDS = 30;

    private final SearchPages prepared;
    private final SuggestedLinks suggested;
    private final QueryLog log;
    private final Merchandising rules;
    private final Likings likings;
    private final Pages pages;
    private final Turns turns = new Turns();

    SearchController(
            SearchPages prepared,
            SuggestedLinks suggested,
            QueryLog log,
            Merchandising rules,
            Likings likings,
            Pages pages) {
        this.prepared = prepared;
        this.suggested = suggested;
        this.log = log;
        this.rules = rules;
        this.likings = likings;
        this.pages = pages;
    }

    /**
     * The same page for everybody of a province, but for members whose likings are known and wanted; and for those in
     * whose order the same goods come.
     */
    @Get
    HttpResponse<?> show(Visitor visitor, HttpRequest<?> request) {
        SearchQuery query = SearchQuery.read(request.getParameters()::getAll);
        HttpResponse<?> page = turns.take(() -> page(visitor, query));
        if (query.plain()) {
            log.searched(query.q());
        }
        return page;
    }

    private HttpResponse<?> page(Visitor visitor, SearchQuery query) {
        Leaning leaning = likings.of(visitor, query);
        if (leaning == Leaning.NONE) {
            return page(visitor, "", () -> answer(visitor, query, leaning));
        }
        SearchPages.Answer answer = answer(visitor, query, leaning);
        return page(visitor, answer.own(), () -> answer);
    }

    private SearchPages.Answer answer(Visitor visitor, SearchQuery query, Leaning leaning) {
        return prepared.answer(visitor.language(), visitor.provinceCode(), query, leaning);
    }

    private HttpResponse<?> page(Visitor visitor, String own, Supplier<SearchPages.Answer> answer) {
        return pages.showPublic(
                visitor,
                "search" + rules.inForce().version() + own,
                SECONDS,
                "search/search",
                () -> prepared.page(visitor.language(), visitor.provinceCode(), answer.get()));
    }

    /** Links for the list under the search box; nothing when nothing begins so. */
    @Get("/suggestions")
    HttpResponse<?> suggestions(Visitor visitor, @QueryValue(defaultValue = "") String q) {
        return pages.show(
                visitor, "search/suggestions :: suggestions", new SuggestionsPage(suggested.of(visitor.language(), q)));
    }

    record SuggestionsPage(List<SuggestedLinks.Link> links) {}
}
