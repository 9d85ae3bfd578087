package terrace.catalog.stock;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is there to sell, never less than nothing. */
@Singleton
public class Stock {

    Stock() {}

    /** Pieces that can be bought now, for every SKU asked for. */
    public Map<UUID, Long> onSale(Set<UUID> skuIds) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps goods for an unpaid purchase, all of them or none, in the caller's transaction. A purchase that has its goods
     * already gets the same answer again and no more goods.
     */
    public Holding hold(UUID purchaseId, Map<UUID, Long> quantities, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** The purchase is paid: its goods leave. Safe to repeat; after the hold ended it takes what is still free, all or nothing. */
    public Taking take(UUID purchaseId) {
        throw new UnsupportedOperationException();
    }

    /** The purchase is off: its goods are free again. Nothing happens to goods that are taken or released already. */
    public void release(UUID purchaseId) {
        throw new UnsupportedOperationException();
    }

    /** Releases holds that are over, in a transaction of its own; returns how many purchases that were. */
    public int expireDue(int limit) {
        throw new UnsupportedOperationException();
    }

    /** Goods came in. */
    public void receive(UUID skuId, long quantity, String reason) {
        receiveAll(List.of(new Receipt(skuId, quantity)), reason);
    }

    public void receiveAll(Collection<Receipt> receipts, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Someone counted: this is what is on hand. */
    public Adjustment count(UUID skuId, long onHand, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Goods are lost. */
    public Adjustment spoil(UUID skuId, long quantity, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The ledger of a SKU, newest first. */
    public List<Movement> movements(UUID skuId, int limit) {
        throw new UnsupportedOperationException();
    }
}
