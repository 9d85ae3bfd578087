package terrace.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import terrace.bank.book.Agreement;
import terrace.bank.book.Book;
import terrace.bank.book.Page;
import terrace.bank.book.Session;
import terrace.bank.ccb.CcbAgreements;
import terrace.bank.ccb.CcbCounter;
import terrace.bank.ccb.CcbFirms;
import terrace.bank.counter.Checkouts;
import terrace.bank.counter.Faults;
import terrace.bank.counter.Outcome;

/** The payment page for people, {@code /pay/{session}}: it shows what is asked for and takes yes, no or not now. */
final class PayDesk {
    private final Book book;
    private final Faults faults;
    private final Checkouts checkouts;
    private final CcbCounter ccb;
    private final CcbFirms firms;
    private final CcbAgreements agreements;

    PayDesk(Book book, Faults faults, Checkouts checkouts, CcbCounter ccb, CcbAgreements agreements) {
        this.book = book;
        this.faults = faults;
        this.checkouts = checkouts;
        this.ccb = ccb;
        this.firms = new CcbFirms(ccb);
        this.agreements = agreements;
    }

    Reply answer(Call call) {
        PayPage page = PayPage.inLanguageOf(call);
        List<String> path = call.segments();
        if (call.path().equals("/pay/style.css")) {
            return PayPage.style();
        }
        faults.delay(call.method(), call.path());
        if (faults.take(Faults.Kind.HTTP500, call.method(), call.path()).isPresent()) {
            return Reply.of(Outcome.serverError());
        }
        if (path.size() >= 2 && path.get(1).startsWith(CcbAgreements.PREFIX)) {
            return agreement(call, page, path);
        }
        if (call.method().equals("GET") && path.size() == 2) {
            return show(call, page, path.get(1));
        }
        if (call.method().equals("POST") && path.size() == 3) {
            return decide(call, page, path.get(1), path.get(2));
        }
        return page.unknown();
    }

    private Reply agreement(Call call, PayPage shown, List<String> path) {
        return book.act(page -> {
            Optional<Agreement> agreement = page.contents().agreementOfId(path.get(1));
            if (agreement.isEmpty()) {
                return shown.unknown();
            }
            if (call.method().equals("GET") && path.size() == 2) {
                return shown.agreement(agreement.get());
            }
            if (call.method().equals("POST") && path.size() == 3) {
                switch (path.get(2)) {
                    case "sign" -> agreements.sign(page, agreement.get());
                    case "end" -> agreements.end(page, agreement.get());
                    default -> {
                        // not now: it stays offered
                    }
                }
            }
            return Reply.seeOther(agreement.get().backUrl());
        });
    }

    private Reply show(Call call, PayPage shown, String id) {
        CcbFirms.Obstacle obstacle =
                call.query().text("problem").flatMap(PayDesk::obstacle).orElse(null);
        return book.act(page -> page.contents()
                .session(id)
                .map(session -> shown.session(session, session.stateAt(page.now()), wayBack(page, session), obstacle))
                .orElseGet(shown::unknown));
    }

    private static Optional<CcbFirms.Obstacle> obstacle(String name) {
        return Arrays.stream(CcbFirms.Obstacle.values())
                .filter(obstacle -> obstacle.name().equals(name))
                .findFirst();
    }

    private Reply decide(Call call, PayPage shown, String id, String decision) {
        return book.act(page -> {
            Optional<Session> session = page.contents().session(id);
            if (session.isEmpty()) {
                return shown.unknown();
            }
            return CcbFirms.of(session.get())
                    ? decideForFirm(call, shown, page, session.get(), decision)
                    : decide(call, page, session.get(), decision);
        });
    }

    /** Whoever enters it stays on the page, which says who is waited for; who decides goes back to the shop. */
    private Reply decideForFirm(Call call, PayPage shown, Page page, Session session, String act) {
        if (act.equals("cancel")) {
            return Reply.seeOther(wayBack(page, session));
        }
        String operator = call.form().values().getOrDefault("operator", "").strip();
        Optional<CcbFirms.Obstacle> obstacle = firms.act(page, call.path(), session, act, operator);
        if (obstacle.isPresent()) {
            return Reply.seeOther("../" + session.id() + "?lang=" + shown.lang() + "&problem=" + obstacle.get());
        }
        Session after = page.contents().session(session.id()).orElseThrow();
        boolean decided = after.paid() || after.declined();
        return Reply.seeOther(decided ? wayBack(page, after) : pageOf(call, after));
    }

    private Reply decide(Call call, Page page, Session session, String decision) {
        return switch (decision) {
            case "confirm" -> {
                Session after = session.ccb() == null
                        ? checkouts.confirm(page, call.path(), session)
                        : ccb.confirm(page, call.path(), session);
                yield Reply.seeOther(after.paid() ? wayBack(page, after) : pageOf(call, after));
            }
            case "decline" -> {
                Session after = session.ccb() == null
                        ? checkouts.decline(page, call.path(), session)
                        : ccb.decline(page, call.path(), session);
                yield Reply.seeOther(wayBack(page, after));
            }
            // as at Stripe, walking away leaves the session open; the shop may expire it
            case "cancel" -> Reply.seeOther(wayBack(page, session));
            default -> Reply.seeOther(pageOf(call, session));
        };
    }

    /** The page itself says why nothing was charged; relative, for the bank may stand behind another address. */
    private static String pageOf(Call call, Session session) {
        return "../" + session.id() + (call.queryText().isEmpty() ? "" : "?" + call.queryText());
    }

    private String wayBack(Page page, Session session) {
        if (session.ccb() != null) {
            return ccb.wayBack(page, session);
        }
        return session.paid()
                ? session.successUrl().replace("{CHECKOUT_SESSION_ID}", session.id())
                : session.cancelUrl();
    }
}
