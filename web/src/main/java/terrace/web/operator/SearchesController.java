package terrace.web.operator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.time.LocalDate;
import java.util.List;
import terrace.marketplace.clock.Clock;
import terrace.search.indexing.IndexStatus;
import terrace.search.indexing.Indexing;
import terrace.search.querylog.QueryCount;
import terrace.search.querylog.QueryDay;
import terrace.search.querylog.QueryLog;
import terrace.search.vectors.VectorProgress;
import terrace.search.vectors.Vectors;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.shop.Choice;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What shoppers look for: most of all, in vain, and what is opened from it. */
@Controller("/operator/searches")
@Secured(Access.OPERATOR)
class SearchesController {
    private static final int TEXTS_SHOWN = 30;
    private static final List<Integer> SPANS = List.of(7, 30, 90);
    private static final int PERCENT = 100;

    private final QueryLog log;
    private final Indexing indexing;
    private final Vectors vectors;
    private final Clock clock;
    private final Words words;
    private final Pages pages;

    SearchesController(QueryLog log, Indexing indexing, Vectors vectors, Clock clock, Words words, Pages pages) {
        this.log = log;
        this.indexing = indexing;
        this.vectors = vectors;
        this.clock = clock;
        this.words = words;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @QueryValue(defaultValue = "7") String days) {
        int span = span(days);
        LocalDate from = clock.today().minusDays(span - 1L);
        List<QueryDay> each = log.days(from);
        List<QueryCount> top = log.top(from, TEXTS_SHOWN);
        List<QueryCount> empty = log.empty(from, TEXTS_SHOWN);
        long mostOfDay = each.stream().mapToLong(QueryDay::searches).max().orElse(1);
        long most = top.stream().mapToLong(QueryCount::searches).max().orElse(1);
        long mostEmpty = empty.stream().mapToLong(QueryCount::empty).max().orElse(1);
        return pages.show(
                visitor,
                "operator/searches",
                new SearchesPage(
                        spans(visitor.language(), span),
                        QueryLog.SEARCHES_MIN,
                        indexing.status(),
                        vectors.progress(),
                        each.stream()
                                .map(day -> row(
                                        day.day().toString(),
                                        day.searches(),
                                        day.empty(),
                                        day.clicks(),
                                        day.searches() * PERCENT / mostOfDay))
                                .toList(),
                        top.stream()
                                .map(one -> row(one, one.searches() * PERCENT / most))
                                .toList(),
                        empty.stream()
                                .map(one -> row(one, one.empty() * PERCENT / mostEmpty))
                                .toList()));
    }

    private List<Choice> spans(Language language, int chosen) {
        return SPANS.stream()
                .map(one -> new Choice(
                        words.say(language, "operator.searches.days", Integer.toString(one)),
                        "/operator/searches?days=" + one,
                        0,
                        one == chosen))
                .toList();
    }

    /** Anything else is the first. */
    private static int span(String days) {
        return SPANS.stream()
                .filter(one -> Integer.toString(one).equals(days))
                .findFirst()
                .orElse(SPANS.getFirst());
    }

    private static Row row(QueryCount count, long length) {
        return row(count.text(), count.searches(), count.empty(), count.clicks(), length);
    }

    private static Row row(String name, long searches, long empty, long clicks, long length) {
        return new Row(
                name,
                searches,
                empty,
                searches == 0 ? 0 : empty * PERCENT / searches,
                searches == 0 ? 0 : clicks * PERCENT / searches,
                length);
    }

    /**
     * @param emptyPercent of the searches, those that found nothing
     * @param opened goods opened, for a hundred searches
     * @param length of the bar, of a hundred
     */
    record Row(String name, long searches, long empty, long emptyPercent, long opened, long length) {}

    /** @param least texts searched less often are not shown */
    record SearchesPage(
            List<Choice> spans,
            int least,
            IndexStatus index,
            VectorProgress vectors,
            List<Row> days,
            List<Row> top,
            List<Row> empty) {}
}
