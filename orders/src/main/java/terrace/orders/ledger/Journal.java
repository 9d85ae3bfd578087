package terrace.orders.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One event in the books. Source, kind and number name it: posted once, however often it is handed in.
 *
 * @param sourceType what caused it, such as payment, order, payout
 * @param seq tells journals of one kind and source apart; 0 where there is only one
 */
public record Journal(
        JournalKind kind, String sourceType, UUID sourceId, int seq, Instant occurredAt, List<Posting> postings) {

    public Journal {
        postings = List.copyOf(postings);
        long balance = 0;
        for (Posting posting : postings) {
            balance = Math.addExact(balance, posting.side() == Side.DEBIT ? posting.fen() : -posting.fen());
        }
        if (postings.size() < 2 || balance != 0) {
            throw new IllegalArgumentException(kind + " of " + sourceType + " " + sourceId + " is off by " + balance);
        }
    }

    /** The only journal of its kind and source. */
    public static Journal of(
            JournalKind kind, String sourceType, UUID sourceId, Instant occurredAt, Posting... postings) {
        return new Journal(kind, sourceType, sourceId, 0, occurredAt, List.of(postings));
    }
}
