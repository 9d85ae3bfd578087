package terrace.web.standing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.filedpapers.FiledPaper;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.filedpapers.Renewal;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperIntake;
import terrace.web.applications.PaperFiles;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The shop's papers: until when they are good, and handing in newer ones. */
@Controller("/merchant/papers")
@Secured(Access.MERCHANT)
class PapersController {
    private static final String HERE = "/merchant/papers";
    private final MerchantDesk desk;
    private final BankAccounts accounts;
    private final FiledPapers filed;
    private final PaperSights sights;
    private final Pages pages;

    PapersController(MerchantDesk desk, BankAccounts accounts, FiledPapers filed, PaperSights sights, Pages pages) {
        this.desk = desk;
        this.accounts = accounts;
        this.filed = filed;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param done after a newer paper was handed in */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        return of(
                visitor,
                merchant -> pages.show(
                        visitor,
                        "standing/papers",
                        new PapersPage(
                                filed.ofMerchant(merchant.id()).stream()
                                        .map(sights::sight)
                                        .toList(),
                                done != null)));
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return of(visitor, merchant -> PaperFiles.send(filed.paper(merchant.id(), id), filed.file(merchant.id(), id)));
    }

    @Get("/{id}/renewal")
    HttpResponse<?> form(Visitor visitor, UUID id) {
        return of(visitor, merchant -> page(visitor, HttpStatus.OK, merchant, id, Form.EMPTY));
    }

    @Post("/{id}/renewal")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> renew(HttpRequest<?> request, Visitor visitor, UUID id) {
        Upload upload = Uploads.orNothing(request);
        return of(visitor, merchant -> {
            Form form = Form.of(upload.fields());
            Optional<FiledPaper> old = paper(merchant, id);
            Optional<LocalDate> until = day(form.value("until"));
            if (old.isEmpty()) {
                return HttpResponse.notFound();
            }
            if (until.isEmpty() && !form.value("until").isBlank()) {
                return refused(visitor, merchant, id, form.with("until", "applications.paper.no-day"));
            }
            NewPaper newer = new NewPaper(old.get().kind(), form.value("number"), until.orElse(null));
            return filed.renew(merchant.id(), id, visitor.memberId(), newer, upload.file())
                    .<HttpResponse<?>>map(renewal -> switch (renewal) {
                        case Renewal.Waiting waiting -> Pages.seeOther(visitor, HERE + "?done=yes");
                        case Renewal.Overtaken overtaken -> Pages.seeOther(visitor, HERE);
                        case Renewal.Refused(PaperIntake.Reason reason) ->
                            refused(
                                    visitor,
                                    merchant,
                                    id,
                                    form.with(field(reason), "applications.paper." + reason.name()));
                    })
                    .orElseGet(HttpResponse::notFound);
        });
    }

    /** Papers show people: only those who handle the shop's money see them. */
    private HttpResponse<?> of(Visitor visitor, Function<Merchant, HttpResponse<?>> act) {
        return desk.of(visitor)
                .filter(merchant -> accounts.mayHandle(merchant.id(), visitor.memberId()))
                .<HttpResponse<?>>map(act)
                .orElseGet(HttpResponse::notFound);
    }

    private Optional<FiledPaper> paper(Merchant merchant, UUID id) {
        return filed.ofMerchant(merchant.id()).stream()
                .filter(paper -> paper.paperId().equals(id))
                .filter(paper -> paper.state() == FiledPaper.State.GOOD || paper.state() == FiledPaper.State.EXPIRED)
                .findFirst();
    }

    private HttpResponse<?> refused(Visitor visitor, Merchant merchant, UUID id, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, merchant, id, form);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Merchant merchant, UUID id, Form form) {
        return paper(merchant, id)
                .<HttpResponse<?>>map(paper ->
                        pages.show(visitor, status, "standing/renewal", new RenewalPage(sights.sight(paper), form)))
                .orElseGet(HttpResponse::notFound);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String field(PaperIntake.Reason reason) {
        return switch (reason) {
            case NUMBER_TOO_LONG -> "number";
            case EXPIRED -> "until";
            default -> "file";
        };
    }

    record PapersPage(List<PaperSights.Sight> papers, boolean handedIn) {}

    record RenewalPage(PaperSights.Sight paper, Form form) {}
}
