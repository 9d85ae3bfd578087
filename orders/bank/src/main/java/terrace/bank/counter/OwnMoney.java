package terrace.bank.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import terrace.bank.book.Entry;
import terrace.bank.book.Movement;
import terrace.bank.book.Page;
import terrace.bank.book.Posting;
import terrace.bank.book.Posting.Kind;
import terrace.bank.book.Transfer;

/** The platform's own money at its order: top-ups bring it into escrow, payouts take it out, as at Stripe. */
public final class OwnMoney {
    private static final String OUR_ID = "metadata[move_id]";
    private static final int LISTED_MAX = 100;

    private OwnMoney() {}

    public static Outcome move(Page page, Kind kind, Form form) {
        long fen = form.requiredAmountFen("amount");
        form.requireCny("currency");
        String reference = form.reference(OUR_ID);
        if (kind == Kind.SWEEP && fen > page.contents().escrowFen()) {
            return Outcome.refused(
                    400,
                    "balance_insufficient",
                    "Escrow holds " + page.contents().escrowFen() + " fen, the payout asks for " + fen + ".");
        }
        String id = References.next(kind == Kind.SWEEP ? "po_" : "tu_");
        page.write(new Entry.Moved(new Movement(
                id, kind, fen, reference, Transfer.OWN_ACCOUNT, page.now().toEpochMilli())));
        return Outcome.of(shape(id, kind, fen, reference, page.now().getEpochSecond()));
    }

    /** The newest first; those made at the counter among them. */
    public static Outcome list(Page page, Kind kind, String url) {
        List<Map<String, Object>> found = page.contents().postings().reversed().stream()
                .filter(posting -> posting.kind() == kind)
                .limit(LISTED_MAX)
                .map(OwnMoney::shape)
                .toList();
        return new Outcome(200, Shapes.list(url, found));
    }

    private static Map<String, Object> shape(Posting posting) {
        return shape(
                posting.bankRef(), posting.kind(), posting.amountFen(), posting.ourRef(), posting.atMillis() / 1000);
    }

    private static Map<String, Object> shape(String id, Kind kind, long fen, String reference, long created) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("id", id);
        shape.put("object", kind == Kind.SWEEP ? "payout" : "topup");
        shape.put("amount", fen);
        shape.put("currency", "cny");
        shape.put("status", kind == Kind.SWEEP ? "paid" : "succeeded");
        shape.put("created", created);
        shape.put("metadata", Map.of("move_id", reference));
        return shape;
    }
}
