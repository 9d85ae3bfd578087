package terrace.bank.book;

import org.jspecify.annotations.Nullable;

/**
 * One merchant's order within a payment, held for that merchant at the bank.
 *
 * @param cleared the day from which the bank pays it on; null while the goods have not been accepted
 */
public record Part(
        String merchant,
        String order,
        long fen,
        long refundedFen,
        @Nullable String cleared) {
    public long leftFen() {
        return fen - refundedFen;
    }

    Part refunded(long more) {
        return new Part(merchant, order, fen, refundedFen + more, cleared);
    }

    Part clearedFrom(String day) {
        return new Part(merchant, order, fen, refundedFen, day);
    }
}
