package terrace.orders.purchases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
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
        PurchaseRows.Row purchase = purchases
                .byId(event.purchaseId())
                .orElseThrow(() -> new IllegalStateException("no purchase " + event.purchaseId()));
        Instant paidAt = Objects.requireNonNull(purchase.paidAt());
        List<SoldLines.SoldLine> sold = lines.ofPurchase(event.purchaseId());
        sold.forEach(line -> campaigns.countSale(new CampaignSale(
                line.orderNumber(),
                CampaignSale.Kind.SOLD,
                line.position(),
                line.listingId(),
                line.grams(),
                line.fen(),
                paidAt)));
        if (purchase.donationFen() > 0) {
            List<String> orders = sold.stream()
                    .map(SoldLines.SoldLine::orderNumber)
                    .distinct()
                    .toList();
            campaigns.countGift(purchase.id(), orders, purchase.donationFen(), paidAt);
        }
    }
}
