package terrace.bank.counter;

import java.util.List;
import java.util.Map;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Transfer;

/**
 * Transfers to payees of the bank: out of escrow, never more than it holds, or small ones out of the platform's own
 * account, by which it proves whose an account is.
 */
public final class Transfers {
    private static final long PROOF_FEN_MAX = 99;

    private final Announcements announcements;

    public Transfers(Faults faults) {
        this.announcements = new Announcements(faults);
    }

    public Outcome send(Page page, String path, Form form) {
        long fen = form.requiredAmountFen("amount");
        form.requireCny("currency");
        String destination = form.reference("destination");
        String reference = form.reference("metadata[payout_id]");
        boolean own = form.text("source").filter(Transfer.OWN_ACCOUNT::equals).isPresent();
        if (own && fen > PROOF_FEN_MAX) {
            throw Refusal.invalid("amount", "from the own account at most " + PROOF_FEN_MAX + " fen are sent");
        }
        if (!own && fen > page.contents().escrowFen()) {
            return Outcome.refused(
                    402,
                    "balance_insufficient",
                    "Escrow holds " + page.contents().escrowFen() + " fen, the transfer asks for " + fen + ".");
        }
        Transfer transfer = new Transfer(
                References.next("tr_"),
                fen,
                destination,
                form.text("transfer_group").orElse(""),
                reference,
                page.now().toEpochMilli(),
                own ? Transfer.OWN_ACCOUNT : null);
        page.write(new Entry.Transferred(transfer));
        announcements.announce(page, path, Map.of("transfer.created", Shapes.transfer(transfer)));
        return Outcome.of(Shapes.transfer(transfer));
    }

    public Outcome show(Page page, String id) {
        return Outcome.of(
                Shapes.transfer(page.contents().transfer(id).orElseThrow(() -> Refusal.missing("transfer", id))));
    }

    /** Those of a group, or of the shop's own id. */
    public Outcome list(Page page, Form query) {
        List<Transfer> found = query.text("transfer_group")
                .map(page.contents()::transfersOfGroup)
                .orElseGet(() -> page.contents().transfersOfReference(query.required("payout_id")));
        return new Outcome(
                200,
                Shapes.list(
                        "/v1/transfers", found.stream().map(Shapes::transfer).toList()));
    }
}
