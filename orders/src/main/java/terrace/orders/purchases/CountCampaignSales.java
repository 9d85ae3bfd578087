package terrace.orders.purchases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.events.Subscriber;

/** Tells campaigns what was sold for them; each line is a fact that counts once. */
@Singleton
class CountCampaignSales implements Subscriber<PurchasePaid> {

    private final PurchaseRows purchases;
    private final SoldLines lines;
    private final Campaigns campaigns;

    CountCampaignSales(PurchaseRows purchases, SoldLines lines, Campaigns campaigns) {
        this.purchases = purchases;
        this.lines = lines;
        this.campaigns = campaigns;
    }

    @Override
    public Class<PurchasePaid> event() {
        return PurchasePaid.class;
    }

    @Override
    @Transactional
    public void on(PurchasePaid event) {
        Instant paidAt = purchases
                .byId(event.purchaseId())
                .map(PurchaseRows.Row::paidAt)
                .orElseThrow(() -> new IllegalStateException("no paid purchase " + event.purchaseId()));
        lines.ofPurchase(event.purchaseId())
                .forEach(line -> campaigns.countSale(new CampaignSale(
                        line.orderNumber(),
                        CampaignSale.Kind.SOLD,
                        line.position(),
                        line.listingId(),
                        line.grams(),
                        line.fen(),
                        Objects.requireNonNull(paidAt))));
    }
}
