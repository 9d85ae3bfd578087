package terrace.orders.bought;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** What somebody has ordered lately, paid or still to be paid. */
@Singleton
public class Bought {
    private final BoughtRows rows;

    Bought(BoughtRows rows) {
        this.rows = rows;
    }

    /**
     * In the transaction that places: whoever buys limited goods waits until an earlier purchase of the same person is
     * placed or not.
     */
    public void await(UUID memberId) {
        rows.lock(memberId);
    }

    /**
     * Pieces by listing.
     *
     * @param days by listing, how far back
     */
    public Map<UUID, Long> pieces(UUID memberId, Map<UUID, Integer> days) {
        return rows.pieces(memberId, days);
    }
}
