package terrace.bank;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import terrace.bank.book.BankFile;
import terrace.bank.book.Book;
import terrace.bank.book.Page;
import terrace.bank.book.Posting;
import terrace.bank.ccb.CcbAgreements;
import terrace.bank.ccb.CcbCounter;
import terrace.bank.ccb.CcbMarket;
import terrace.bank.counter.Faults;
import terrace.bank.counter.FileErrors;
import terrace.bank.counter.Form;
import terrace.bank.counter.Outcome;
import terrace.bank.counter.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** The second protocol: {@code /CCBIS/ccbMain} for browsers and questions, {@code /hsb/…} for market orders. */
final class CcbDesk {
    private static final String MAIN = "/CCBIS/ccbMain";

    private final Book book;
    private final Access access;
    private final Faults faults;
    private final FileErrors fileErrors;
    private final Idempotency idempotency;
    private final CcbCounter counter;
    private final CcbMarket market;
    private final CcbAgreements agreements;

    CcbDesk(
            Book book,
            Access access,
            Faults faults,
            FileErrors fileErrors,
            CcbCounter counter,
            CcbMarket market,
            CcbAgreements agreements) {
        this.book = book;
        this.access = access;
        this.faults = faults;
        this.fileErrors = fileErrors;
        this.idempotency = new Idempotency(book, faults);
        this.counter = counter;
        this.market = market;
        this.agreements = agreements;
    }

    Reply answer(Call call) {
        if (call.path().equals(MAIN)) {
            return main(call, call.method().equals("POST") ? call.form() : call.query());
        }
        if (!call.method().equals("POST")
                || !market.signed(call.bytes(), call.header("Sign-Inf").orElse(""))) {
            throw new Refusal(401, "invalid_request_error", "sign_invalid", "The signature does not fit.", "Sign-Inf");
        }
        try {
            return hsb(call, call.json());
        } catch (Refusal refusal) {
            return refusal.status() == 400 || refusal.status() == 404 ? no(refusal) : Reply.of(refusal);
        }
    }

    private static Reply no(Refusal refusal) {
        return Reply.of(CcbMarket.refused(String.valueOf(refusal.status()), String.valueOf(refusal.getMessage())));
    }

    private Reply main(Call call, Form form) {
        faults.delay(call.method(), call.path());
        return switch (form.values().getOrDefault("TXCODE", "")) {
            case CcbCounter.PAY, CcbCounter.PAY_OF_FIRM -> {
                String session = book.act(page -> counter.arrive(page, form)).id();
                yield Reply.seeOther("/pay/" + session);
            }
            case CcbCounter.ASK -> {
                access.requirePassword(form.values().getOrDefault("QUPWD", ""));
                if (faults.take(Faults.Kind.HTTP500, call.method(), call.path()).isPresent()) {
                    yield Reply.of(Outcome.serverError());
                }
                yield new Reply(200, "text/xml; charset=utf-8", book.act(page -> counter.status(page, form)), Map.of());
            }
            default -> throw Refusal.invalid("TXCODE", "There is no such transaction.");
        };
    }

    private Reply hsb(Call call, JsonNode json) {
        Function<Page, Outcome> work =
                switch (call.path()) {
                    case "/hsb/order" -> page -> market.order(page, json);
                    case "/hsb/refund" -> page -> market.refund(page, json);
                    case "/hsb/refund-status" -> page -> market.refundStatus(page, json);
                    case "/hsb/clearing" -> page -> market.clearing(page, json);
                    case "/hsb/agreement" -> page -> agreements.offer(page, json);
                    case "/hsb/agreement-status" -> page -> agreements.status(page, json);
                    case "/hsb/agreement-end" -> page -> agreements.end(page, json);
                    case "/hsb/debit" -> page -> agreements.debit(page, call.path(), json);
                    case "/hsb/file" -> page -> Outcome.of(Map.of());
                    default -> throw Refusal.missing("transaction", call.path());
                };
        if (call.path().equals("/hsb/file")) {
            return file(json.path("Bill_Dt").asText(""));
        }
        String number = json.path("Ittparty_Jrnl_No").asText("");
        return number.isEmpty()
                ? Reply.of(book.act(work))
                : idempotency.once(call, number, BankFile.sha256(call.path() + "?" + call.body()), work);
    }

    private Reply file(String day) {
        String text = book.act(page -> {
            List<Posting> postings =
                    fileErrors.applied(List.copyOf(page.contents().postings()));
            return CcbMarket.file(page, day, postings);
        });
        return new Reply(200, "text/plain; charset=utf-8", text, Map.of());
    }
}
