package terrace.web.reports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import terrace.marketplace.organising.CampaignFact;
import terrace.marketplace.organising.CampaignGift;
import terrace.marketplace.organising.Reports;
import terrace.web.campaigns.FactFiles;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.pdf.Paper;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The result of a campaign, at an address that stays; its files are made once in a while, however many fetch them. */
@Controller("/campaigns/{slug}/report")
@Secured(Access.ANYONE)
class ResultController {
    private static final int SECONDS = 60;
    private static final long CACHE_BYTES_MAX = 32L * 1024 * 1024;
    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=utf-8";

    private final ResultPages prepared;
    private final ResultPaper paper;
    private final ResultSheet sheet;
    private final Reports reports;
    private final FactFiles facts;
    private final Pages pages;
    private final Cache<String, byte[]> files = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES_MAX)
            .weigher((String key, byte[] file) -> file.length)
            .expireAfterWrite(Duration.ofSeconds(SECONDS))
            .build();

    ResultController(
            ResultPages prepared, ResultPaper paper, ResultSheet sheet, Reports reports, FactFiles facts, Pages pages) {
        this.prepared = prepared;
        this.paper = paper;
        this.sheet = sheet;
        this.reports = reports;
        this.facts = facts;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, String slug) {
        return pages.showPublicIfThere(
                visitor,
                "report",
                SECONDS,
                "reports/report",
                () -> prepared.told(slug).map(told -> prepared.page(visitor.language(), told)));
    }

    @Get("/pdf")
    HttpResponse<?> pdf(Visitor visitor, String slug) {
        Language language = visitor.language();
        return file(
                slug,
                language + ".pdf",
                PDF,
                told -> Paper.write(page -> paper.write(language, prepared.page(language, told), page)));
    }

    @Get("/sheet")
    HttpResponse<?> sheet(Visitor visitor, String slug) {
        Language language = visitor.language();
        return file(slug, language + ".xlsx", XLSX, told -> {
            UUID id = told.campaign().id();
            Instant published = told.report().publishedAt();
            List<CampaignFact> known = reports.facts(id, published);
            List<CampaignGift> gifts = reports.gifts(id, published);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                sheet.write(language, prepared.page(language, told), known, gifts, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    /** The facts that were known when it was published: they add up to the published figure for ever. */
    @Get("/facts.csv")
    HttpResponse<?> facts(String slug) {
        return file(
                slug,
                "facts.csv",
                CSV,
                told -> facts.at(told.campaign(), told.report().publishedAt()));
    }

    private HttpResponse<?> file(String slug, String end, String type, Function<ResultPages.Told, byte[]> making) {
        return prepared.told(slug)
                .<HttpResponse<?>>map(told -> HttpResponse.ok(files.get(slug + "-" + end, unseen -> making.apply(told)))
                        .header(HttpHeaders.CONTENT_TYPE, type)
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + SECONDS)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + slug + "-report-" + end + "\""))
                .orElseGet(HttpResponse::notFound);
    }
}
