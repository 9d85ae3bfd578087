package terrace.orders.ledger;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a merchant owes for refunds after payout is collected first from what the merchant earns next. */
@Singleton
public class DebtCollection {

    private final Ledger ledger;

    DebtCollection(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Takes what is owed out of what is available, as far as it goes; answers the fen collected. Joins the caller's
     * transaction and locks the available balance first, then the debt.
     *
     * @param sourceType what brought the money in, such as order
     * @param seq tells collections of one source apart
     */
    @Transactional
    public long collect(UUID merchantId, String sourceType, UUID sourceId, int seq, Instant at) {
        long available = ledger.lockedBalance(Account.available(merchantId));
        long debt = ledger.lockedBalance(Account.receivable(merchantId));
        long fen = Math.min(available, debt);
        if (fen <= 0) {
            return 0;
        }
        ledger.post(new Journal(
                JournalKind.DEBT_COLLECTED,
                sourceType,
                sourceId,
                seq,
                at,
                List.of(
                        Posting.debit(Account.available(merchantId), fen),
                        Posting.credit(Account.receivable(merchantId), fen))));
        return fen;
    }
}
