package terrace.web.impact;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.impact.Allocation;
import terrace.marketplace.impact.Fact;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.PublicFacts;
import terrace.marketplace.regions.Regions;
import terrace.web.signin.Access;

/** The facts and allocations themselves, from which any figure can be reckoned again. */
@Controller("/impact")
@Secured(Access.ANYONE)
class DownloadController {
    private static final int PAGES_MAX = 10;
    private static final int ALLOCATIONS_MAX = 1_000;
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String NEXT = "Terrace-Next";

    private final LedgerPages prepared;
    private final Impact impact;
    private final PublicFacts written;
    private final Regions regions;

    DownloadController(LedgerPages prepared, Impact impact, PublicFacts written, Regions regions) {
        this.prepared = prepared;
        this.impact = impact;
        this.written = written;
        this.regions = regions;
    }

    /** Where there is more than one file holds, the header Terrace-Next says which after to ask for next. */
    @Get("/facts.csv")
    HttpResponse<?> factsCsv(
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String pavilion,
            @QueryValue(defaultValue = "0") long after) {
        Days days = prepared.days(from, to);
        List<Fact> facts = facts(days, pavilion, after);
        // the mark tells spreadsheets that this is UTF-8
        String csv = "\uFEFF" + PublicFacts.HEADINGS + "\n" + written.csv(facts);
        return file(HttpResponse.ok(csv), CSV, "terrace-facts-" + days.from() + "-" + days.to() + ".csv", next(facts));
    }

    @Get("/facts.json")
    HttpResponse<?> factsJson(
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String pavilion,
            @QueryValue(defaultValue = "0") long after) {
        Days days = prepared.days(from, to);
        List<Fact> facts = facts(days, pavilion, after);
        Long next = next(facts);
        return HttpResponse.ok(new Download.Facts(
                        days.from().toString(),
                        days.to().toString(),
                        pavilion == null ? "" : pavilion,
                        next,
                        facts.stream().map(written::of).toList()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
    }

    @Get("/allocations.csv")
    HttpResponse<?> allocationsCsv(@Nullable @QueryValue Long before) {
        List<Download.Row> rows = rows(before);
        String csv = "\uFEFFallocation,county,county_name,listing,lot,basis,from,to,households,families\n"
                + rows.stream().map(DownloadController::row).collect(Collectors.joining());
        return file(HttpResponse.ok(csv), CSV, "terrace-allocations.csv", nextRow(rows));
    }

    @Get("/allocations.json")
    HttpResponse<?> allocationsJson(@Nullable @QueryValue Long before) {
        List<Download.Row> rows = rows(before);
        return HttpResponse.ok(new Download.Allocations(nextRow(rows), rows))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
    }

    private List<Fact> facts(Days days, @Nullable String pavilion, long after) {
        List<Fact> all = new ArrayList<>();
        String scope = pavilion == null || pavilion.isBlank() ? null : pavilion;
        List<Fact> page = impact.facts(days.from(), days.to(), scope, after);
        for (int pages = 1; !page.isEmpty() && pages <= PAGES_MAX; pages++) {
            all.addAll(page);
            page = page.size() < Impact.SLICE_SIZE_MAX || pages == PAGES_MAX
                    ? List.of()
                    : impact.facts(days.from(), days.to(), scope, page.getLast().number());
        }
        return all;
    }

    private static @Nullable Long next(List<Fact> facts) {
        return facts.size() < Impact.SLICE_SIZE_MAX * PAGES_MAX
                ? null
                : facts.getLast().number();
    }

    private static @Nullable Long nextRow(List<Download.Row> rows) {
        return rows.size() < ALLOCATIONS_MAX ? null : rows.getLast().allocation();
    }

    private List<Download.Row> rows(@Nullable Long before) {
        List<Allocation> found = impact.allocations(before == null ? Long.MAX_VALUE : before, ALLOCATIONS_MAX);
        Map<Long, List<String>> families =
                impact.families(found.stream().map(Allocation::number).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> {
                    UUID lot = one.lotId();
                    return new Download.Row(
                            one.number(),
                            one.countyCode(),
                            regions.path(one.countyCode()),
                            one.listingId().toString(),
                            lot == null ? null : lot.toString(),
                            one.basis().name(),
                            one.fromDay().toString(),
                            one.toDay().toString(),
                            one.households(),
                            families.getOrDefault(one.number(), List.of()));
                })
                .toList();
    }

    private static String row(Download.Row row) {
        return "%d,%s,%s,%s,%s,%s,%s,%s,%d,%s%n"
                .formatted(
                        row.allocation(),
                        row.county(),
                        PublicFacts.cell(row.countyName()),
                        row.listing(),
                        row.lot() == null ? "" : row.lot(),
                        row.basis(),
                        row.from(),
                        row.to(),
                        row.households(),
                        String.join(" ", row.families()));
    }

    private static HttpResponse<?> file(
            MutableHttpResponse<String> response, String mediaType, String name, @Nullable Long next) {
        response.header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        return next == null ? response : response.header(NEXT, next.toString());
    }
}
