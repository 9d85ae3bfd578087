package terrace.bank.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Refund;
import terrace.bank.book.Session;

/** Refunds: never more than is left of the charge, never more than escrow holds. */
public final class Refunds {
    private final Announcements announcements;

    public Refunds(Faults faults) {
        this.announcements = new Announcements(faults);
    }

    public Outcome give(Page page, String path, Form form) {
        String intent = form.required("payment_intent");
        String reference = form.reference("metadata[refund_id]");
        Session session =
                page.contents().sessionOfIntent(intent).orElseThrow(() -> Refusal.missing("payment_intent", intent));
        long fen = form.amountFen("amount").orElse(session.refundableFen());
        Optional<No> no = refusal(page, session, fen);
        if (no.isPresent()) {
            return Outcome.refused(no.get().status(), no.get().code(), no.get().message());
        }
        Refund refund = write(page, session, fen, reference, null);
        announcements.announce(page, path, Map.of("refund.updated", Shapes.refund(refund)));
        return Outcome.of(Shapes.refund(refund));
    }

    /** Why a refund is not given. */
    public record No(int status, String code, String message) {}

    /** Empty where so much may be given back. */
    public Optional<No> refusal(Page page, Session session, long fen) {
        if (session.charge() == null) {
            return Optional.of(new No(400, "charge_missing", "The payment intent has no charge to refund."));
        }
        if (session.refundableFen() == 0) {
            return Optional.of(new No(400, "charge_already_refunded", "The charge has been refunded in full."));
        }
        if (fen > session.refundableFen()) {
            return Optional.of(new No(
                    400, "amount_too_large", "Only " + session.refundableFen() + " fen of the charge are left."));
        }
        long escrow = page.contents().escrowFen();
        return fen > escrow
                ? Optional.of(new No(402, "balance_insufficient", "Escrow holds " + escrow + " fen."))
                : Optional.empty();
    }

    /** Gives back, after {@link #refusal} had nothing against it. */
    public Refund write(Page page, Session session, long fen, String reference, @Nullable Map<String, Long> parts) {
        String charge = session.charge();
        if (charge == null) {
            throw new IllegalStateException("a refund of what was not paid");
        }
        Refund refund = new Refund(
                References.next("re_"),
                session.intent(),
                charge,
                fen,
                reference,
                page.now().toEpochMilli(),
                parts);
        page.write(new Entry.Refunded(refund));
        return refund;
    }

    public Outcome show(Page page, String id) {
        return Outcome.of(Shapes.refund(page.contents().refund(id).orElseThrow(() -> Refusal.missing("refund", id))));
    }

    /** Those of a payment intent, or of the shop's own id. */
    public Outcome list(Page page, Form query) {
        List<Refund> found = query.text("payment_intent")
                .map(page.contents()::refundsOfIntent)
                .orElseGet(() -> page.contents().refundsOfReference(query.required("refund_id")));
        return new Outcome(
                200,
                Shapes.list("/v1/refunds", found.stream().map(Shapes::refund).toList()));
    }
}
