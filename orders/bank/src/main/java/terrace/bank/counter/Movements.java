package terrace.bank.counter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import terrace.bank.book.Entry;
import terrace.bank.book.Movement;
import terrace.bank.book.Page;
import terrace.bank.book.Posting;
import terrace.bank.book.Posting.Kind;
import terrace.bank.book.Session;
import terrace.bank.book.Transfer;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * What a shop sees only in the bank's file: a transfer that came back, a payment that its payer disputes and how that
 * ended, money the platform moves between its own account and escrow, money that nobody asked for.
 */
public final class Movements {
    private static final String PLATFORM = "platform";
    /** Somebody pays in over the counter and names no payment. */
    private static final String COUNTER = "counter";

    private static final Set<Kind> KINDS =
            Set.of(Kind.CHARGE, Kind.TRANSFER_RETURN, Kind.DISPUTE, Kind.DISPUTE_RETURN, Kind.TOP_UP, Kind.SWEEP);

    private Movements() {}

    /** {@code kind}, and {@code ref}, our id of what it is about, or {@code amount_fen} for the platform's own. */
    public static Map<String, Object> move(Page page, JsonNode json) {
        Kind kind = kind(json.path("kind").asText());
        String ref = json.path("ref").asText("");
        Movement movement =
                switch (kind) {
                    case TRANSFER_RETURN -> transferReturn(page, ref);
                    case DISPUTE, DISPUTE_RETURN -> dispute(page, kind, ref);
                    default -> own(page, kind, json.path("amount_fen").asLong());
                };
        if (new Posting(0, kind, 0, "", "", movement.amountFen(), 0, 0, "").outFen()
                > page.contents().escrowFen()) {
            throw Refusal.invalid("amount_fen", "Escrow does not hold that much.");
        }
        page.write(new Entry.Moved(movement));
        return Map.of("id", movement.id(), "amount_fen", movement.amountFen());
    }

    private static Kind kind(String word) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "There is no movement of the kind \"" + word + "\"."));
    }

    private static Movement transferReturn(Page page, String ref) {
        Transfer transfer = page.contents().transfersOfReference(ref).stream()
                .filter(sent -> !sent.fromOwnAccount())
                .findFirst()
                .orElseThrow(() -> Refusal.missing("transfer", ref));
        requireNot(moved(page, Kind.TRANSFER_RETURN, ref) > 0, "The transfer came back before.");
        // a return has the name of the transfer it brings back
        return new Movement(
                transfer.id(),
                Kind.TRANSFER_RETURN,
                transfer.amountFen(),
                ref,
                transfer.destination(),
                page.now().toEpochMilli());
    }

    private static Movement dispute(Page page, Kind kind, String ref) {
        Session session = page.contents().sessionsOfReference(ref).stream()
                .filter(paid -> paid.charge() != null)
                .findFirst()
                .orElseThrow(() -> Refusal.missing("charge", ref));
        long open = moved(page, Kind.DISPUTE, ref) - moved(page, Kind.DISPUTE_RETURN, ref);
        requireNot(kind == Kind.DISPUTE && open > 0, "The payment is disputed already.");
        requireNot(kind == Kind.DISPUTE_RETURN && open == 0, "The payment is not disputed.");
        long fen = kind == Kind.DISPUTE ? session.receivedFen() - session.refundedFen() : open;
        requireNot(fen <= 0, "All of it went back before.");
        return new Movement(
                References.next("dp_"),
                kind,
                fen,
                ref,
                session.intent(),
                page.now().toEpochMilli());
    }

    private static Movement own(Page page, Kind kind, long fen) {
        requireNot(fen <= 0, "amount_fen must be above nothing.");
        boolean stranger = kind == Kind.CHARGE;
        String prefix = stranger ? "ch_" : kind == Kind.SWEEP ? "po_" : "tu_";
        return new Movement(
                References.next(prefix),
                kind,
                fen,
                stranger ? COUNTER : PLATFORM,
                stranger ? COUNTER : Transfer.OWN_ACCOUNT,
                page.now().toEpochMilli());
    }

    private static long moved(Page page, Kind kind, String ref) {
        List<Posting> postings = page.contents().postings();
        return postings.stream()
                .filter(posting -> posting.kind() == kind && posting.ourRef().equals(ref))
                .mapToLong(Posting::amountFen)
                .sum();
    }

    private static void requireNot(boolean wrong, String why) {
        if (wrong) {
            throw Refusal.invalid("ref", why);
        }
    }
}
