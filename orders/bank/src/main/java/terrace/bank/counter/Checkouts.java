package terrace.bank.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Part;
import terrace.bank.book.Session;

/** Checkout sessions: opened by the shop, paid or declined by the payer, expired by either's clock. */
public final class Checkouts {
    private static final long OPEN_SECONDS = 24 * 3600;
    private static final long BASIS_POINTS = 10_000;
    private static final String LINE = "line_items[0]";

    private final Faults faults;
    private final Announcements announcements;
    private final String publicUrl;
    private final int feeBasisPoints;

    /** @param feeBasisPoints what the bank keeps of each payment it takes, whatever the protocol */
    public Checkouts(Faults faults, String publicUrl, int feeBasisPoints) {
        this.faults = faults;
        this.announcements = new Announcements(faults);
        this.publicUrl = publicUrl;
        this.feeBasisPoints = feeBasisPoints;
    }

    public Outcome open(Page page, Form form) {
        if (!form.required("mode").equals("payment")) {
            throw Refusal.invalid("mode", "this bank takes single payments only");
        }
        form.requireCny(LINE + "[price_data][currency]");
        String purpose = form.required(LINE + "[price_data][product_data][name]");
        long fen = form.requiredAmountFen(LINE + "[price_data][unit_amount]");
        if (form.whole(LINE + "[quantity]").orElse(0L) != 1) {
            throw Refusal.invalid(LINE + "[quantity]", "a payment is one line of quantity 1");
        }
        long now = page.now().getEpochSecond();
        long expires = form.whole("expires_at").orElse(now + OPEN_SECONDS) * 1000;
        String successUrl = form.address("success_url");
        String cancelUrl = form.text("cancel_url").isPresent() ? form.address("cancel_url") : successUrl;
        Session session =
                open(page, form.reference("client_reference_id"), purpose, fen, successUrl, cancelUrl, expires, null);
        return Outcome.of(shape(session, page, form));
    }

    /** Opens a session of any protocol. */
    public Session open(
            Page page,
            String reference,
            String purpose,
            long fen,
            String successUrl,
            String cancelUrl,
            long expiresMillis,
            @Nullable List<Part> parts) {
        long now = page.now().toEpochMilli();
        if (expiresMillis <= now) {
            throw Refusal.invalid("expires_at", "expires_at must lie in the future of the bank's clock");
        }
        Session session = new Session(
                References.next("cs_"),
                References.next("pi_"),
                reference,
                purpose,
                fen,
                successUrl,
                cancelUrl,
                now,
                expiresMillis,
                Session.State.OPEN,
                null,
                0,
                false,
                null,
                null,
                parts,
                null);
        page.write(new Entry.SessionOpened(session));
        return session;
    }

    public Outcome expire(Page page, String id) {
        Session session = found(page, id);
        switch (session.stateAt(page.now())) {
            case OPEN -> page.write(new Entry.SessionExpired(id));
            case COMPLETE -> {
                return Outcome.refused(
                        400, "checkout_session_complete", "The session is paid and cannot be expired any more.");
            }
            case EXPIRED -> {
                // said twice: nothing more to write
            }
        }
        return show(page, id);
    }

    public Outcome show(Page page, String id) {
        return show(page, id, Form.of(""));
    }

    /** @param query may ask for the intent to be put in whole */
    public Outcome show(Page page, String id, Form query) {
        return Outcome.of(shape(found(page, id), page, query));
    }

    private Map<String, Object> shape(Session session, Page page, Form asked) {
        Map<String, Object> shape = Shapes.session(session, page, publicUrl);
        if (asked.text("expand[0]").filter("payment_intent"::equals).isPresent()
                && shape.get("payment_intent") != null) {
            shape.put("payment_intent", Shapes.intent(session, page));
        }
        return shape;
    }

    public Outcome list(Page page, String reference) {
        return new Outcome(
                200,
                Shapes.list(
                        "/v1/checkout/sessions",
                        page.contents().sessionsOfReference(reference).stream()
                                .map(s -> Shapes.session(s, page, publicUrl))
                                .toList()));
    }

    public Outcome showIntent(Page page, String intent) {
        return Outcome.of(page.contents()
                .sessionOfIntent(intent)
                .map(s -> Shapes.intent(s, page))
                .orElseThrow(() -> Refusal.missing("payment_intent", intent)));
    }

    /** Charges an open session once; confirming a paid one again changes nothing, an expired one stays expired. */
    public Session confirm(Page page, String path, Session session) {
        Session paid = charge(page, path, session);
        if (paid.paid() && !session.paid()) {
            Map<String, Map<String, Object>> happened = new LinkedHashMap<>();
            happened.put("payment_intent.succeeded", Shapes.intent(paid, page));
            happened.put("checkout.session.completed", Shapes.session(paid, page, publicUrl));
            announcements.announce(page, path, happened);
        }
        return paid;
    }

    /** Takes the money of an open session, and tells nobody. */
    public Session charge(Page page, String path, Session session) {
        if (session.stateAt(page.now()) != Session.State.OPEN) {
            return session;
        }
        boolean wrong = session.amountFen() > 1
                && faults.take(Faults.Kind.WRONG_AMOUNT, "POST", path).isPresent();
        long taken = session.amountFen() - (wrong ? 1 : 0);
        page.write(new Entry.Charged(
                session.id(), References.next("ch_"), feeFen(taken), page.now().toEpochMilli(), wrong ? taken : null));
        return found(page, session.id());
    }

    /** Half up; it is not given back with a refund. */
    private long feeFen(long fen) {
        return (fen * feeBasisPoints + BASIS_POINTS / 2) / BASIS_POINTS;
    }

    /** The payer's bank says no: the session stays open, another try is allowed. */
    public Session decline(Page page, String path, Session session) {
        if (session.stateAt(page.now()) != Session.State.OPEN) {
            return session;
        }
        page.write(new Entry.Declined(session.id(), page.now().toEpochMilli()));
        Session declined = found(page, session.id());
        announcements.announce(page, path, Map.of("payment_intent.payment_failed", Shapes.intent(declined, page)));
        return declined;
    }

    private static Session found(Page page, String id) {
        return page.contents().session(id).orElseThrow(() -> Refusal.missing("checkout.session", id));
    }
}
