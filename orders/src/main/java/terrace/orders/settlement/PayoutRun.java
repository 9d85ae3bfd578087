package terrace.orders.settlement;

import java.util.List;
import java.util.UUID;

/**
 * What one press of the button did.
 *
 * @param payouts the instructions given by it, as they stand now; none when another operator was faster
 * @param held merchants whose money stays because payouts to them are stopped
 */
public record PayoutRun(List<Payout> payouts, List<UUID> held) {

    /** What was instructed, in fen. */
    public long fen() {
        return payouts.stream().mapToLong(Payout::fen).sum();
    }
}
