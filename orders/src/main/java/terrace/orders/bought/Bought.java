package terrace.orders.bought;

import io.micronaut.data.connection.annotation.Connectable;
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
     * What others paid of the prices of what a member bought in campaigns, in fen; what went back to them is taken off.
     * Coupons are not in it.
     */
    @Connectable
    public long borneByCampaignsFen(UUID memberId) {
        return rows.borneByCampaigns(memberId);
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
