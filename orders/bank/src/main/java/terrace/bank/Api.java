package terrace.bank;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import terrace.bank.book.BankFile;
import terrace.bank.book.Book;
import terrace.bank.book.Page;
import terrace.bank.book.Posting;
import terrace.bank.counter.Checkouts;
import terrace.bank.counter.Faults;
import terrace.bank.counter.FileErrors;
import terrace.bank.counter.Form;
import terrace.bank.counter.NameChecks;
import terrace.bank.counter.Outcome;
import terrace.bank.counter.OwnMoney;
import terrace.bank.counter.Refunds;
import terrace.bank.counter.Refusal;
import terrace.bank.counter.Shapes;
import terrace.bank.counter.Transfers;

/** The API the shop speaks, {@code /v1/…}. */
final class Api {
    private final Book book;
    private final Access access;
    private final Faults faults;
    private final FileErrors fileErrors;
    private final Idempotency idempotency;
    private final Checkouts checkouts;
    private final Refunds refunds;
    private final Transfers transfers;

    Api(Book book, Access access, Faults faults, FileErrors fileErrors, Checkouts checkouts) {
        this.book = book;
        this.access = access;
        this.faults = faults;
        this.fileErrors = fileErrors;
        this.idempotency = new Idempotency(book, faults);
        this.checkouts = checkouts;
        this.refunds = new Refunds(faults);
        this.transfers = new Transfers(faults);
    }

    Reply answer(Call call) {
        access.require(call);
        if (call.method().equals("POST")) {
            return idempotency.once(call, work(call));
        }
        if (!call.method().equals("GET")) {
            throw unknown(call);
        }
        faults.delay(call.method(), call.path());
        if (faults.take(Faults.Kind.HTTP500, call.method(), call.path()).isPresent()) {
            return Reply.of(Outcome.serverError());
        }
        List<String> path = call.segments();
        if (path.size() == 3 && path.get(1).equals("bank_files")) {
            return bankFile(path.get(2));
        }
        Outcome outcome = book.act(question(call));
        return Reply.of(outcome);
    }

    private Function<Page, Outcome> work(Call call) {
        Form form = call.form();
        List<String> path = call.segments();
        return switch (call.path()) {
            case "/v1/checkout/sessions" -> page -> checkouts.open(page, form);
            case "/v1/refunds" -> page -> refunds.give(page, call.path(), form);
            case "/v1/name_checks" -> page -> NameChecks.check(form);
            case "/v1/transfers" -> page -> transfers.send(page, call.path(), form);
            case "/v1/topups" -> page -> OwnMoney.move(page, Posting.Kind.TOP_UP, form);
            case "/v1/payouts" -> page -> OwnMoney.move(page, Posting.Kind.SWEEP, form);
            default -> {
                if (path.size() == 5
                        && call.path().startsWith("/v1/checkout/sessions/")
                        && path.get(4).equals("expire")) {
                    yield page -> checkouts.expire(page, path.get(3));
                }
                throw unknown(call);
            }
        };
    }

    private Function<Page, Outcome> question(Call call) {
        Form query = call.query();
        List<String> path = call.segments();
        return switch (call.path()) {
            case "/v1/checkout/sessions" -> page -> checkouts.list(page, query.required("client_reference_id"));
            case "/v1/refunds" -> page -> refunds.list(page, query);
            case "/v1/transfers" -> page -> transfers.list(page, query);
            case "/v1/topups" -> page -> OwnMoney.list(page, Posting.Kind.TOP_UP, call.path());
            case "/v1/payouts" -> page -> OwnMoney.list(page, Posting.Kind.SWEEP, call.path());
            case "/v1/balance" -> page -> Outcome.of(Shapes.balance(page.contents()));
            default -> questionOfOne(call, path);
        };
    }

    private Function<Page, Outcome> questionOfOne(Call call, List<String> path) {
        String id = path.getLast();
        return switch (String.join("/", path.subList(0, path.size() - 1))) {
            case "v1/checkout/sessions" -> page -> checkouts.show(page, id, call.query());
            case "v1/payment_intents" -> page -> checkouts.showIntent(page, id);
            case "v1/refunds" -> page -> refunds.show(page, id);
            case "v1/transfers" -> page -> transfers.show(page, id);
            default -> throw unknown(call);
        };
    }

    private Reply bankFile(String date) {
        LocalDate day;
        try {
            day = LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("date", "A bank file has the name of a day, such as 2026-11-20.");
        }
        List<Posting> postings = book.act(page -> List.copyOf(page.contents().postings()));
        return new Reply(200, "text/csv; charset=utf-8", BankFile.of(day, fileErrors.applied(postings)), Map.of());
    }

    private static Refusal unknown(Call call) {
        return new Refusal(
                404,
                "invalid_request_error",
                "url_unknown",
                "Unrecognized request URL (" + call.method() + ": " + call.path() + ").",
                null);
    }
}
