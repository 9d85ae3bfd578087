package terrace.orders.reversals;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedMap;
import terrace.catalog.sales.SaleFact;
import terrace.catalog.sales.Sales;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.events.Subscriber;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;

/**
 * Takes what was taken back out of what was sold. Of a campaign's goal the same share of weight as of money; of a
 * listing's pieces a line counts no more once all of it has gone back.
 */
@Singleton
class CountReversedGoods implements Subscriber<OrderReversed> {
    private final ReversalRows rows;
    private final OrderBook book;
    private final Sales sales;
    private final Campaigns campaigns;

    CountReversedGoods(ReversalRows rows, OrderBook book, Sales sales, Campaigns campaigns) {
        this.rows = rows;
        this.book = book;
        this.sales = sales;
        this.campaigns = campaigns;
    }

    @Override
    public Class<OrderReversed> event() {
        return OrderReversed.class;
    }

    @Override
    @Transactional
    public void on(OrderReversed event) {
        Reversal reversal =
                rows.byIds(List.of(event.reversalId())).stream().findFirst().orElseThrow();
        SortedMap<Integer, SoldLine> sold = rows.lines(event.orderId());
        String number = event.number();
        for (OrderLine line : book.lines(event.orderId())) {
            SoldLine paid = sold.get(line.position());
            long fen = reversal.ofLine(line.position());
            if (paid == null || fen == 0) {
                continue;
            }
            long grams = Math.multiplyExact(line.grams(), line.quantity());
            long share = Math.multiplyExact(grams, fen) / paid.netFen();
            campaigns.countSale(new CampaignSale(
                    number,
                    CampaignSale.Kind.RETURNED,
                    factNumber(reversal, line),
                    line.listingId(),
                    share,
                    fen,
                    reversal.at()));
            if (paid.leftFen() == 0) {
                sales.record(new SaleFact(
                        "order",
                        "reversed",
                        number + "-" + line.position(),
                        line.listingId(),
                        -line.quantity(),
                        -grams,
                        reversal.at()));
            }
        }
    }

    /** Of one order and line each reversal has another; the same told twice has the same. */
    private static long factNumber(Reversal reversal, OrderLine line) {
        return (reversal.id().getLeastSignificantBits() ^ line.position()) & Long.MAX_VALUE;
    }
}
