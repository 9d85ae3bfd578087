package terrace.orders.purchases;

import jakarta.inject.Singleton;
import java.time.Instant;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.events.Subscriber;

/** Moves a campaign's progress when its goods are paid for: one fact for each line, however often it is told. */
@Singleton
class CountCampaignSales implements Subscriber<PurchasePaid> {
    private final PurchaseRows purchases;
    private final OrderRows orders;
    private final Campaigns campaigns;

    CountCampaignSales(PurchaseRows purchases, OrderRows orders, Campaigns campaigns) {
        this.purchases = purchases;
        this.orders = orders;
        this.campaigns = campaigns;
    }

    @Override
    public Class<PurchasePaid> event() {
        return PurchasePaid.class;
    }

    @Override
    public void on(PurchasePaid event) {
        purchases.byId(event.purchaseId()).map(PurchaseRows.Row::paidAt).ifPresent(at -> count(event, at));
    }

    private void count(PurchasePaid event, Instant at) {
        for (Order order : orders.ofPurchase(event.purchaseId())) {
            for (OrderLine line : order.lines()) {
                campaigns.countSale(new CampaignSale(
                        "order:" + order.number(),
                        CampaignSale.Kind.SOLD,
                        line.position(),
                        line.listingId(),
                        Math.multiplyExact(line.grams(), line.quantity()),
                        line.amountFen(),
                        at));
            }
        }
    }
}
