package terrace.orders.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Posting;

/** What a line of the file is in the books. */
final class LineJournals {

    static final String LINE_SOURCE = "bank-line";

    private LineJournals() {}

    /** Whose money at the bank a line moves. */
    private static Account custody(DayFile.Line line) {
        return line.type() == DayFile.Type.PROOF ? Account.bankOwn() : Account.bankEscrow();
    }

    /** The bank's amount moves custody, our amount settles the account, the rest waits in suspense. */
    static Journal known(DayFile.Line line, Match match) {
        boolean in = line.type().in();
        List<Posting> postings = new ArrayList<>();
        postings.add(in ? Posting.debit(custody(line), line.fen()) : Posting.debit(match.against(), match.ourFen()));
        postings.add(in ? Posting.credit(match.against(), match.ourFen()) : Posting.credit(custody(line), line.fen()));
        long over = in ? line.fen() - match.ourFen() : match.ourFen() - line.fen();
        if (over > 0) {
            postings.add(Posting.credit(Account.suspenseOver(), over));
        } else if (over < 0) {
            postings.add(Posting.debit(Account.suspenseShort(), -over));
        }
        return new Journal(match.kind(), match.source(), match.id(), 0, line.at(), postings);
    }

    static Journal unknown(DayFile.Line line) {
        boolean in = line.type().in();
        return Journal.of(
                JournalKind.UNKNOWN_IN_FILE,
                LINE_SOURCE,
                lineId(line),
                line.at(),
                Posting.debit(in ? custody(line) : Account.suspenseShort(), line.fen()),
                Posting.credit(in ? Account.suspenseOver() : custody(line), line.fen()));
    }

    /** The bank takes its fee from custody; it is the platform's expense, never the merchant's or the charity's. */
    static Journal fee(DayFile.Line line) {
        return Journal.of(
                JournalKind.FEE_IN_FILE,
                LINE_SOURCE,
                lineId(line),
                line.at(),
                Posting.debit(Account.channelFee(), line.feeFen()),
                Posting.credit(Account.bankEscrow(), line.feeFen()));
    }

    /** A line has no id of ours; the bank's own name for it makes one. */
    static UUID lineId(DayFile.Line line) {
        return UUID.nameUUIDFromBytes((line.type() + ":" + line.bankRef()).getBytes(StandardCharsets.UTF_8));
    }
}
