package terrace.orders.checkout;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.payment.PayableOutcome.Gift;
import terrace.orders.pricing.Discounted;
import terrace.orders.pricing.PricedGroup;
import terrace.orders.purchases.NewPurchase;

/** What lies on the counter with its prices, the same as the page showed. */
record Sale(
        Basket basket,
        List<PricedGroup> groups,
        Discounted off,
        @Nullable Gift gift) {

    PlaceOrder wish() {
        return basket.wish();
    }

    UUID purchaseId() {
        return wish().purchaseId();
    }

    UUID memberId() {
        return wish().memberId();
    }

    NewPurchase purchase(Map<UUID, Merchant> merchants) {
        return basket.purchase(groups, off, gift, merchants);
    }
}
