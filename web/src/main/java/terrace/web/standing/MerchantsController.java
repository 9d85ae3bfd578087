package terrace.web.standing;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.bankaccounts.Confirmation;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.marketplace.oversight.Oversight;
import terrace.marketplace.oversight.Suspending;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Merchants as operators see them: found, suspended for a reason, let sell again. */
@Controller("/operator/merchants")
@Secured(Access.OPERATOR)
class MerchantsController {
    private static final String HERE = "/operator/merchants";
    private static final int SHOWN = 50;
    private static final int WORDS_CHARS_MAX = 60;

    private final Merchants merchants;
    private final Oversight oversight;
    private final BankAccounts accounts;
    private final MerchantPages standing;
    private final Pages pages;

    MerchantsController(
            Merchants merchants, Oversight oversight, BankAccounts accounts, MerchantPages standing, Pages pages) {
        this.merchants = merchants;
        this.oversight = oversight;
        this.accounts = accounts;
        this.standing = standing;
        this.pages = pages;
    }

    /**
     * @param q words of the name, or the beginning of the code
     * @param after the last code of the page before
     */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String q, @Nullable @QueryValue String after) {
        String words =
                q == null ? "" : q.strip().substring(0, Math.min(q.strip().length(), WORDS_CHARS_MAX));
        List<Merchant> found = merchants.search(words, after, SHOWN + 1);
        List<Merchant> shown = found.subList(0, Math.min(SHOWN, found.size()));
        String here = HERE + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return pages.show(
                visitor,
                "standing/merchants",
                new MerchantPages.ListPage(
                        words,
                        shown.stream().map(standing::row).toList(),
                        found.size() > SHOWN
                                ? here + "&after=" + shown.getLast().code()
                                : null,
                        after == null ? null : here));
    }

    /** @param done what was just done, to say so */
    @Get("/{code}")
    HttpResponse<?> show(Visitor visitor, String code, @Nullable @QueryValue String done) {
        return of(code, merchant -> page(visitor, HttpStatus.OK, merchant, Form.EMPTY, done));
    }

    @Post("/{code}/suspensions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> suspend(Visitor visitor, String code, @Body Map<String, String> typed) {
        return of(code, merchant -> {
            Form form = Form.of(typed);
            Optional<Suspension.Reason> reason = Arrays.stream(Suspension.Reason.values())
                    .filter(known -> known.name().equals(form.value("reason")))
                    .findFirst();
            if (reason.isEmpty()) {
                return refused(visitor, merchant, form.with("reason", "standing.suspend.reason-missing"));
            }
            return switch (oversight.suspend(
                    merchant.id(),
                    reason.get(),
                    form.value("notice"),
                    typed.containsKey("stop-payouts"),
                    visitor.memberId())) {
                case Suspending.Suspended suspended -> done(visitor, code, "suspended");
                case Suspending.NoticeMissing missing ->
                    refused(visitor, merchant, form.with("notice", "standing.suspend.notice-missing"));
            };
        });
    }

    @Post("/{code}/suspensions/{id}/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> lift(Visitor visitor, String code, UUID id) {
        return of(
                code,
                merchant -> oversight.lift(merchant.id(), id, visitor.memberId())
                        ? done(visitor, code, "lifted")
                        : HttpResponse.notFound());
    }

    /** An operator as the second person for a shop of one. */
    @Post("/{code}/account/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(Visitor visitor, String code, UUID id) {
        return of(code, merchant -> {
            Optional<Confirmation> confirmation = accounts.confirmAsOperator(merchant.id(), id, visitor.memberId());
            if (confirmation.isEmpty()) {
                return HttpResponse.notFound();
            }
            return switch (confirmation.get()) {
                case Confirmation.Confirmed confirmed -> done(visitor, code, "confirmed");
                case Confirmation.SecondPersonNeeded needed -> done(visitor, code, "not-yours");
                case Confirmation.Over over -> done(visitor, code, "over");
            };
        });
    }

    private HttpResponse<?> of(String code, Function<Merchant, HttpResponse<?>> act) {
        return merchants.byCode(code).<HttpResponse<?>>map(act).orElseGet(HttpResponse::notFound);
    }

    private static HttpResponse<?> done(Visitor visitor, String code, String what) {
        return Pages.seeOther(visitor, HERE + "/" + code + "?done=" + what);
    }

    private HttpResponse<?> refused(Visitor visitor, Merchant merchant, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, merchant, form, null);
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Merchant merchant, Form form, @Nullable String done) {
        return pages.show(visitor, status, "standing/merchant", standing.of(visitor.language(), merchant, form, done));
    }
}
