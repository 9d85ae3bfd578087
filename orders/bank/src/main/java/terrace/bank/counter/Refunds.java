package terrace.bank.counter;

import java.util.Map;
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
        String charge = session.charge();
        if (charge == null) {
            return Outcome.refused(400, "charge_missing", "The payment intent has no charge to refund.");
        }
        long fen = form.amountFen().orElse(session.refundableFen());
        if (session.refundableFen() == 0) {
            return Outcome.refused(400, "charge_already_refunded", "The charge has been refunded in full.");
        }
        if (fen > session.refundableFen()) {
            return Outcome.refused(
                    400, "amount_too_large", "Only " + session.refundableFen() + " fen of the charge are left.");
        }
        if (fen > page.contents().escrowFen()) {
            return Outcome.refused(
                    402,
                    "balance_insufficient",
                    "Escrow holds " + page.contents().escrowFen() + " fen.");
        }
        Refund refund = new Refund(
                References.next("re_"),
                intent,
                charge,
                fen,
                reference,
                page.now().toEpochMilli());
        page.write(new Entry.Refunded(refund));
        announcements.announce(page, path, Map.of("refund.updated", Shapes.refund(refund)));
        return Outcome.of(Shapes.refund(refund));
    }

    public Outcome show(Page page, String id) {
        return Outcome.of(Shapes.refund(page.contents().refund(id).orElseThrow(() -> Refusal.missing("refund", id))));
    }

    public Outcome list(Page page, String reference) {
        return new Outcome(
                200,
                Shapes.list(page.contents().refundsOfReference(reference).stream()
                        .map(Shapes::refund)
                        .toList()));
    }
}
