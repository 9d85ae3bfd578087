package terrace.orders.ledger;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.clock.Clock;

/** The moment an order's money becomes its merchant's. */
@Singleton
public class EscrowRelease {

    private static final int BASIS_POINTS = 10_000;
    private static final String SOURCE = "order";

    private final Ledger ledger;
    private final DebtCollection debts;
    private final Clock clock;

    EscrowRelease(Ledger ledger, DebtCollection debts, Clock clock) {
        this.ledger = ledger;
        this.debts = debts;
        this.clock = clock;
    }

    /** All of what escrow holds bears commission. */
    @Transactional
    public void orderAccepted(UUID orderId, UUID merchantId, long fen, int commissionBasisPoints) {
        orderAccepted(orderId, merchantId, fen, fen, commissionBasisPoints);
    }

    /**
     * The member has accepted an order, or time has: escrow becomes the merchant's available money, less commission;
     * what the merchant owes is collected from it at once. Joins the caller's transaction; safe to repeat.
     *
     * @param fen what the order holds in escrow
     * @param goodsFen what of it is for goods, net of the merchant's own discount: carriage bears no commission
     * @param commissionBasisPoints the platform's share in 1/10,000 of goodsFen, rounded half up
     */
    @Transactional
    public void orderAccepted(UUID orderId, UUID merchantId, long fen, long goodsFen, int commissionBasisPoints) {
        long commission = Math.min(fen, commission(goodsFen, commissionBasisPoints));
        Instant now = clock.now();
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(Account.escrow(orderId), fen));
        if (fen > commission) {
            postings.add(Posting.credit(Account.available(merchantId), fen - commission));
        }
        if (commission > 0) {
            postings.add(Posting.credit(Account.commission(), commission));
        }
        if (ledger.post(new Journal(JournalKind.ORDER_ACCEPTED, SOURCE, orderId, 0, now, postings))) {
            debts.collect(merchantId, SOURCE, orderId, 0, now);
        }
    }

    /** The platform's share of an amount, in fen, half up. */
    public static long commission(long fen, int basisPoints) {
        if (basisPoints < 0 || basisPoints > BASIS_POINTS) {
            throw new IllegalArgumentException("Commission of " + basisPoints + " basis points");
        }
        return (Math.multiplyExact(fen, basisPoints) + BASIS_POINTS / 2) / BASIS_POINTS;
    }
}
