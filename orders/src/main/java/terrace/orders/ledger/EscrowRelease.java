package terrace.orders.ledger;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.clock.Clock;

/** The moment an order's money becomes its merchant's. */
@Singleton
public class EscrowRelease {

    private static final int BASIS_POINTS = 10_000;

    private final Ledger ledger;
    private final Clock clock;

    EscrowRelease(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All of what escrow holds bears commission. */
    @Transactional
    public void orderAccepted(UUID orderId, UUID merchantId, long fen, int commissionBasisPoints) {
        orderAccepted(orderId, merchantId, fen, fen, commissionBasisPoints);
    }

    /**
     * The member has accepted an order, or time has: escrow becomes the merchant's available money, less commission.
     * Joins the caller's transaction; safe to repeat for the same order.
     *
     * @param fen what the order holds in escrow
     * @param goodsFen what of it is for goods, net of the merchant's own discount: carriage bears no commission
     * @param commissionBasisPoints the platform's share in 1/10,000 of goodsFen, rounded half up
     */
    @Transactional
    public void orderAccepted(UUID orderId, UUID merchantId, long fen, long goodsFen, int commissionBasisPoints) {
        long commission = commission(goodsFen, commissionBasisPoints);
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(Account.escrow(orderId), fen));
        if (fen > commission) {
            postings.add(Posting.credit(Account.available(merchantId), fen - commission));
        }
        if (commission > 0) {
            postings.add(Posting.credit(Account.commission(), commission));
        }
        ledger.post(new Journal(JournalKind.ORDER_ACCEPTED, "order", orderId, 0, clock.now(), postings));
    }

    /** The platform's share of an amount, in fen, half up. */
    public static long commission(long fen, int basisPoints) {
        if (basisPoints < 0 || basisPoints > BASIS_POINTS) {
            throw new IllegalArgumentException("Commission of " + basisPoints + " basis points");
        }
        return (Math.multiplyExact(fen, basisPoints) + BASIS_POINTS / 2) / BASIS_POINTS;
    }
}
