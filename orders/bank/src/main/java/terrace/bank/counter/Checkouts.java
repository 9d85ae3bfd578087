package terrace.bank.counter;

import java.util.LinkedHashMap;
import java.util.Map;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Session;

/** Checkout sessions: opened by the shop, paid or declined by the payer, expired by either's clock. */
public final class Checkouts {
    private static final long OPEN_SECONDS = 24 * 3600;
    private static final long FEE_FEN = 0;

    private final Announcements announcements;
    private final String publicUrl;

    public Checkouts(Faults faults, String publicUrl) {
        this.announcements = new Announcements(faults);
        this.publicUrl = publicUrl;
    }

    public Outcome open(Page page, Form form) {
        long now = page.now().toEpochMilli();
        long fen = form.requiredAmountFen();
        form.requireCny();
        long expires = form.whole("expires_at").orElse(now / 1000 + OPEN_SECONDS) * 1000;
        if (expires <= now) {
            throw Refusal.invalid("expires_at", "expires_at must lie in the future of the bank's clock");
        }
        String successUrl = form.address("success_url");
        String cancelUrl = form.text("cancel_url").isPresent() ? form.address("cancel_url") : successUrl;
        Session session = new Session(
                References.next("cs_"),
                References.next("pi_"),
                form.reference("client_reference_id"),
                form.text("description").orElse(""),
                fen,
                successUrl,
                cancelUrl,
                now,
                expires,
                Session.State.OPEN,
                null,
                0,
                false);
        page.write(new Entry.SessionOpened(session));
        return Outcome.of(Shapes.session(session, page, publicUrl));
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
        return Outcome.of(Shapes.session(found(page, id), page, publicUrl));
    }

    public Outcome list(Page page, String reference) {
        return new Outcome(
                200,
                Shapes.list(page.contents().sessionsOfReference(reference).stream()
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
        if (session.stateAt(page.now()) != Session.State.OPEN) {
            return session;
        }
        page.write(new Entry.Charged(
                session.id(), References.next("ch_"), FEE_FEN, page.now().toEpochMilli()));
        Session paid = found(page, session.id());
        Map<String, Map<String, Object>> happened = new LinkedHashMap<>();
        happened.put("payment_intent.succeeded", Shapes.intent(paid, page));
        happened.put("checkout.session.completed", Shapes.session(paid, page, publicUrl));
        announcements.announce(page, path, happened);
        return paid;
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
