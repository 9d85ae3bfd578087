package terrace.catalog.suspension;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.events.Events;
import terrace.marketplace.merchants.Merchants;

/** Brings a merchant's listings in line with whether the merchant may sell at this moment. */
@Singleton
public class Suspensions {
    static final int LISTINGS_AT_ONCE = 500;

    private final Listings listings;
    private final Merchants merchants;
    private final Events events;

    Suspensions(Listings listings, Merchants merchants, Events events) {
        this.listings = listings;
        this.merchants = merchants;
        this.events = events;
    }

    /**
     * Does one piece and announces the next. Whether the merchant sells is read after the listings are locked, so that
     * a late or doubled event only does again what is right now.
     *
     * @param after the last listing of the piece before, null for the first
     */
    @Transactional
    public void follow(UUID merchantId, @Nullable UUID after) {
        List<UUID> piece = listings.lockedOfMerchant(merchantId, after, LISTINGS_AT_ONCE);
        if (piece.isEmpty()) {
            return;
        }
        Set<UUID> ids = new HashSet<>(piece);
        if (merchants.selling(Set.of(merchantId)).contains(merchantId)) {
            listings.restoreAll(ids, OffShelfReason.SUSPENDED, "");
        } else {
            listings.withdrawAll(ids, OffShelfReason.SUSPENDED, "");
        }
        if (piece.size() == LISTINGS_AT_ONCE) {
            events.publish(new SuspensionToGoOn(merchantId, piece.getLast()));
        }
    }
}
