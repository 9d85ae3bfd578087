package terrace.orders.disputes;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.impact.ImpactFacts;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;
import terrace.orders.reversals.Reversals;

/**
 * Takes money that stays away off what campaigns sold and whom goods helped: of what is left of each line the share of
 * the dispute in what the buyer has not got back, rounded up, so that no figure is above what is kept.
 */
@Singleton
class CountLostDisputes implements Subscriber<DisputeLost> {
    private final DisputeRecords records;
    private final DisputedOrders orders;
    private final OrderBook book;
    private final Reversals reversals;
    private final Campaigns campaigns;
    private final ImpactFacts facts;

    CountLostDisputes(
            DisputeRecords records,
            DisputedOrders orders,
            OrderBook book,
            Reversals reversals,
            Campaigns campaigns,
            ImpactFacts facts) {
        this.records = records;
        this.orders = orders;
        this.book = book;
        this.reversals = reversals;
        this.campaigns = campaigns;
        this.facts = facts;
    }

    @Override
    public Class<DisputeLost> event() {
        return DisputeLost.class;
    }

    @Override
    @Transactional
    public void on(DisputeLost event) {
        Dispute dispute = records.byId(event.disputeId()).orElseThrow();
        DisputedOrders.Kept kept = orders.kept(dispute.orderId());
        SortedMap<Integer, Long> left = reversals.kept(dispute.orderId());
        for (OrderLine line : book.lines(dispute.orderId())) {
            long lineFen = left.getOrDefault(line.position(), 0L);
            if (lineFen > 0) {
                count(dispute, kept.number(), line, kept.part(lineFen, dispute.fen()));
            }
        }
    }

    private void count(Dispute dispute, String order, OrderLine line, long fen) {
        Instant at = Objects.requireNonNull(dispute.decidedAt());
        long grams = Math.multiplyExact(line.grams(), line.quantity());
        long share = Math.multiplyExact(grams, fen) / (line.amountFen() - line.discountFen());
        campaigns.countSale(new CampaignSale(
                order,
                CampaignSale.Kind.RETURNED,
                (dispute.id().getLeastSignificantBits() ^ line.position()) & Long.MAX_VALUE,
                line.listingId(),
                share,
                fen,
                at));
        facts.countReturned(
                order, line.position(), dispute.id().getLeastSignificantBits() & (Long.MAX_VALUE >> 1), fen, at);
    }
}
