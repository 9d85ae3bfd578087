package terrace.orders.ledger;

import jakarta.inject.Singleton;
import java.util.UUID;

/** The moment an order's money becomes its merchant's. */
@Singleton
public class EscrowRelease {

    EscrowRelease() {}

    /**
     * The member has accepted an order, or time has: escrow becomes the merchant's available money, less commission.
     * Joins the caller's transaction; safe to repeat for the same order.
     *
     * @param fen what the order holds in escrow
     * @param commissionBasisPoints the platform's share in 1/10,000 of fen, rounded half up
     */
    public void orderAccepted(UUID orderId, UUID merchantId, long fen, int commissionBasisPoints) {
        throw new UnsupportedOperationException();
    }
}
