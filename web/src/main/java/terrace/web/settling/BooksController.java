package terrace.web.settling;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.BooksReport;
import terrace.orders.books.Invariant;
import terrace.orders.ledger.HashChain;
import terrace.orders.seals.Seals;
import terrace.web.buying.Sights;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What must be true of the books, in plain words, and whether it was when somebody last looked. */
@Controller("/operator/books")
@Secured(Access.OPERATOR)
class BooksController {
    private static final int HASH_SHOWN = 16;
    private static final int SEALS_SHOWN = 10;

    private final BooksCheck books;
    private final HashChain chain;
    private final Seals seals;
    private final Sights sights;
    private final Pages pages;

    BooksController(BooksCheck books, HashChain chain, Seals seals, Sights sights, Pages pages) {
        this.books = books;
        this.chain = chain;
        this.seals = seals;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        Optional<BooksReport> recent = books.latest(false);
        Optional<BooksReport> whole = books.latest(true);
        return pages.show(
                visitor,
                "settling/books",
                new BooksPage(
                        recent.map(this::look).orElse(null),
                        whole.map(this::look).orElse(null),
                        rows(recent, whole),
                        chain.head()
                                .map(head -> new Head(head.seq(), head.hash().substring(0, HASH_SHOWN)))
                                .orElse(null),
                        seals.newest(SEALS_SHOWN).stream()
                                .map(seal -> new SealRow(
                                        seal.day().toString(),
                                        seal.seq(),
                                        seal.hash().substring(0, HASH_SHOWN),
                                        seals.holds(seal)))
                                .toList(),
                        seals.possible()));
    }

    /** Looks through all of the books now. */
    @Post("/checks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(Visitor visitor) {
        chain.catchUp();
        books.check(true);
        return Pages.seeOther(visitor, "/operator/books");
    }

    private Look look(BooksReport report) {
        return new Look(sights.time(report.at()), report.findings().size(), report.tookMillis());
    }

    /** What either look has found; of both, the one that came last. */
    private static List<Row> rows(Optional<BooksReport> recent, Optional<BooksReport> whole) {
        BooksReport last = recent.filter(report ->
                        whole.filter(other -> other.at().isAfter(report.at())).isEmpty())
                .or(() -> whole)
                .orElse(null);
        return Arrays.stream(Invariant.values())
                .map(invariant -> row(invariant, last))
                .toList();
    }

    private static Row row(Invariant invariant, @Nullable BooksReport report) {
        Optional<BooksReport.Finding> finding = report == null ? Optional.empty() : report.of(invariant);
        return new Row(
                invariant.number(),
                invariant.name(),
                report == null ? "unknown" : finding.isPresent() ? "broken" : "kept",
                finding.map(BooksReport.Finding::off).orElse(0L),
                finding.map(BooksReport.Finding::sample).orElse(""));
    }

    record Look(String at, int broken, int tookMillis) {}

    record Head(long seq, String hash) {}

    /**
     * @param name words are at {@code settling.promise.<name>}
     * @param stand kept, broken or unknown
     */
    record Row(int number, String name, String stand, long off, String sample) {}

    record BooksPage(
            @Nullable Look recent,
            @Nullable Look whole,
            List<Row> rows,
            @Nullable Head head,
            List<SealRow> seals,
            boolean sealing) {}

    /** @param holds whether the signature fits, and the chain still has that link */
    record SealRow(String day, long seq, String hash, boolean holds) {}
}
