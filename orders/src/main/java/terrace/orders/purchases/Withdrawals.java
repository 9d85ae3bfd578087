package terrace.orders.purchases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.stock.Stock;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.payment.Payments;
import terrace.orders.promotions.Benefits;

/** Calls off unpaid purchases from merchants who may not sell any more. */
@Singleton
public class Withdrawals {

    private final PurchaseRows purchases;
    private final Payments payments;
    private final Merchants merchants;
    private final Stock stock;
    private final Benefits benefits;
    private final Inbox inbox;

    Withdrawals(
            PurchaseRows purchases,
            Payments payments,
            Merchants merchants,
            Stock stock,
            Benefits benefits,
            Inbox inbox) {
        this.purchases = purchases;
        this.payments = payments;
        this.merchants = merchants;
        this.stock = stock;
        this.benefits = benefits;
        this.inbox = inbox;
    }

    /** Unpaid purchases with goods of this merchant, by id, after the one given. */
    public List<UUID> unpaidOfMerchant(UUID merchantId, UUID after, int limit) {
        return purchases.unpaidOfMerchant(merchantId, after, limit);
    }

    /**
     * Cancels those of these that are unpaid, with no payment under way, and have a merchant who may not sell at this
     * moment; gives their stock back and tells the buyers. A purchase of several merchants is one payment of one sum,
     * which cannot be paid in part: it is called off whole, and the buyer may order anew what others sell.
     */
    @Transactional
    public void callOff(Collection<UUID> purchaseIds) {
        Map<UUID, UUID> buyers = purchases.lockUnpaid(purchaseIds);
        Set<UUID> idle = new HashSet<>(buyers.keySet());
        idle.removeAll(payments.inFlight(Purchases.PAYABLE_KIND, buyers.keySet()));
        Map<UUID, Set<UUID>> closed = closed(idle);
        if (closed.isEmpty()) {
            return;
        }
        purchases.closeAll(closed.keySet(), PurchaseState.CANCELLED);
        benefits.thaw(closed.keySet());
        stock.releaseAll(closed.keySet());
        closed.forEach((id, sellers) -> tell(Objects.requireNonNull(buyers.get(id)), id, sellers));
    }

    /** By purchase, its merchants who may not sell, where there are any; read after the purchases are locked. */
    private Map<UUID, Set<UUID>> closed(Set<UUID> ids) {
        Map<UUID, Set<UUID>> closed = purchases.sellers(ids);
        Set<UUID> selling =
                merchants.selling(closed.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        closed.values().forEach(sellers -> sellers.removeAll(selling));
        closed.values().removeIf(Set::isEmpty);
        return closed;
    }

    private void tell(UUID buyer, UUID purchaseId, Set<UUID> closed) {
        String names = merchants.byIds(closed).values().stream()
                .map(Merchant::name)
                .sorted()
                .collect(Collectors.joining(" · "));
        inbox.tell(
                buyer,
                new News(
                        NewsKind.MONEY,
                        "purchase-called-off:" + purchaseId,
                        "purchase.called-off",
                        List.of(names),
                        "/purchases/" + purchaseId,
                        false));
    }
}
