package terrace.bank.ccb;

import java.util.Optional;
import java.util.regex.Pattern;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Session;

/**
 * Payments of enterprises, by two of their people: the maker enters the payment, another operator approves it, and only
 * then is money taken. Sent back by the second, it may be entered anew.
 */
public final class CcbFirms {
    private static final Pattern OPERATOR = Pattern.compile("[0-9]{2,10}");

    private final CcbCounter counter;

    public CcbFirms(CcbCounter counter) {
        this.counter = counter;
    }

    /** What cannot be done, and the word that says so on the page. */
    public enum Obstacle {
        NO_OPERATOR,
        SAME_OPERATOR,
        NOT_ENTERED
    }

    /** Whether the payer came by the enterprises' redirect. */
    public static boolean of(Session session) {
        return session.ccb() != null
                && CcbCounter.PAY_OF_FIRM.equals(session.ccb().get("TXCODE"));
    }

    /** Whether it waits for the second person. */
    static boolean waits(Session session) {
        return of(session) && session.maker() != null;
    }

    /**
     * Enters, approves or sends back a payment that is open; what is over stays as it is.
     *
     * @param path the request, which rules for faults match
     */
    public Optional<Obstacle> act(Page page, String path, Session session, String act, String operator) {
        if (session.stateAt(page.now()) != Session.State.OPEN) {
            return Optional.empty();
        }
        if (!OPERATOR.matcher(operator).matches()) {
            return Optional.of(Obstacle.NO_OPERATOR);
        }
        return switch (act) {
            case "enter" -> enter(page, path, session, operator);
            case "approve" ->
                asSecond(session, operator).or(() -> {
                    counter.confirm(page, path, session);
                    return Optional.empty();
                });
            case "send-back" ->
                asSecond(session, operator).or(() -> {
                    counter.decline(page, path, session);
                    return Optional.empty();
                });
            default -> Optional.of(Obstacle.NOT_ENTERED);
        };
    }

    /** What was entered first stands until it is sent back. */
    private Optional<Obstacle> enter(Page page, String path, Session session, String operator) {
        if (session.maker() == null) {
            page.write(new Entry.EnteredBy(session.id(), operator));
            counter.tell(page, path, page.contents().session(session.id()).orElseThrow());
        }
        return Optional.empty();
    }

    private static Optional<Obstacle> asSecond(Session session, String operator) {
        String maker = session.maker();
        if (maker == null) {
            return Optional.of(Obstacle.NOT_ENTERED);
        }
        return maker.equals(operator) ? Optional.of(Obstacle.SAME_OPERATOR) : Optional.empty();
    }
}
