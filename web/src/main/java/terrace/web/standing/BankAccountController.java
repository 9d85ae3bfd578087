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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.bankaccounts.Confirmation;
import terrace.marketplace.bankaccounts.Giving;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.proofs.AnotherSum;
import terrace.orders.proofs.Guess;
import terrace.orders.proofs.Proofs;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where the shop's money goes: giving an account, proving it, and changing it by two people. */
@Controller("/merchant/account")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.MONEY)
class BankAccountController {
    private static final String HERE = "/merchant/account";

    /** 37 fen, or what a bank book says: 0.37. */
    private static final Pattern FEN = Pattern.compile("[0-9]{1,2}");

    private static final Pattern YUAN = Pattern.compile("0?\\.[0-9]{2}");

    private final MerchantDesk desk;
    private final BankAccounts accounts;
    private final Proofs proofs;
    private final BankAccountPages standing;
    private final Pages pages;

    BankAccountController(
            MerchantDesk desk, BankAccounts accounts, Proofs proofs, BankAccountPages standing, Pages pages) {
        this.desk = desk;
        this.accounts = accounts;
        this.proofs = proofs;
        this.standing = standing;
        this.pages = pages;
    }

    /** @param done what was just done, to say so */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String done) {
        return of(visitor, (merchant, me) -> page(visitor, HttpStatus.OK, merchant, Form.EMPTY, done));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> give(Visitor visitor, @Body Map<String, String> typed) {
        return of(visitor, (merchant, me) -> {
            Form form = Form.of(typed);
            return switch (accounts.give(
                    merchant.id(), me, form.value("holder"), form.value("bank"), form.value("number"))) {
                case Giving.Given given -> done(visitor, "given");
                case Giving.Incomplete incomplete -> refused(visitor, merchant, mended(form, incomplete));
                case Giving.OtherUnderWay other ->
                    refused(visitor, merchant, form.with("number", "standing.account.other-under-way"));
                case Giving.InUse inUse -> refused(visitor, merchant, form.with("number", "standing.account.in-use"));
            };
        });
    }

    /** How much arrived. */
    @Post("/{id}/proof")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> prove(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return of(visitor, (merchant, me) -> {
            Form form = Form.of(typed);
            OptionalLong fen = fen(form.value("fen"));
            if (fen.isEmpty()) {
                return refused(visitor, merchant, form.with("fen", "standing.proof.malformed"));
            }
            return switch (proofs.guess(merchant.id(), id, fen.getAsLong())) {
                case Guess.Proven proven -> done(visitor, "proven");
                case Guess.Wrong wrong -> refused(visitor, merchant, form.with("fen", "standing.proof.wrong"));
                case Guess.Spent spent -> done(visitor, "spent");
                case Guess.NothingSent nothing -> HttpResponse.notFound();
            };
        });
    }

    @Post("/{id}/sums")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> another(Visitor visitor, UUID id) {
        return of(visitor, (merchant, me) -> switch (proofs.another(merchant.id(), id, me)) {
            case AnotherSum.OnItsWay way -> done(visitor, "given");
            case AnotherSum.TooManyToday tooMany -> done(visitor, "too-many");
            case AnotherSum.NotNeeded no -> HttpResponse.notFound();
        });
    }

    /** The second person's yes. */
    @Post("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(Visitor visitor, UUID id) {
        return of(visitor, (merchant, me) -> {
            Optional<Confirmation> confirmation = accounts.confirm(merchant.id(), id, me);
            if (confirmation.isEmpty()) {
                return HttpResponse.notFound();
            }
            return switch (confirmation.get()) {
                case Confirmation.Confirmed confirmed -> done(visitor, "confirmed");
                case Confirmation.SecondPersonNeeded needed -> done(visitor, "second-person");
                case Confirmation.Over over -> done(visitor, "over");
            };
        });
    }

    @Post("/{id}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(Visitor visitor, UUID id) {
        return of(
                visitor,
                (merchant, me) ->
                        accounts.stop(merchant.id(), id, me) ? done(visitor, "stopped") : HttpResponse.notFound());
    }

    /** For whoever works for no shop, or may not handle its money, there is nothing here. */
    private HttpResponse<?> of(Visitor visitor, BiFunction<Merchant, UUID, HttpResponse<?>> act) {
        UUID me = visitor.memberId();
        return desk.of(visitor)
                .filter(merchant -> accounts.mayHandle(merchant.id(), me))
                .<HttpResponse<?>>map(merchant -> act.apply(merchant, me))
                .orElseGet(HttpResponse::notFound);
    }

    private static Form mended(Form form, Giving.Incomplete incomplete) {
        Form mended = form;
        if (incomplete.faults().contains(Giving.Fault.HOLDER)) {
            mended = mended.with("holder", "standing.account.holder-wrong");
        }
        if (incomplete.faults().contains(Giving.Fault.BANK)) {
            mended = mended.with("bank", "standing.account.bank-wrong");
        }
        return incomplete.faults().contains(Giving.Fault.NUMBER)
                ? mended.with("number", "standing.account.number-wrong")
                : mended;
    }

    private static OptionalLong fen(String typed) {
        String text = typed.strip().replace("¥", "").replace("。", ".");
        if (YUAN.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text.substring(text.indexOf('.') + 1)));
        }
        return FEN.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static HttpResponse<?> done(Visitor visitor, String what) {
        return Pages.seeOther(visitor, HERE + "?done=" + what);
    }

    private HttpResponse<?> refused(Visitor visitor, Merchant merchant, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, merchant, form, null);
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Merchant merchant, Form form, @Nullable String done) {
        return pages.show(visitor, status, "standing/account", standing.of(visitor.memberId(), merchant, form, done));
    }
}
