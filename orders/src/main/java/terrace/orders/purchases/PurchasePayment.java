package terrace.orders.purchases;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import terrace.catalog.sales.BasketSold;
import terrace.catalog.sales.SaleFact;
import terrace.catalog.sales.Sales;
import terrace.catalog.stock.Stock;
import terrace.catalog.stock.Taking;
import terrace.marketplace.events.Events;
import terrace.orders.payment.PayableFacts;
import terrace.orders.payment.PayableOutcome;
import terrace.orders.payment.PayableOutcome.Reason;
import terrace.orders.payment.PayableOutcome.Refused;
import terrace.orders.promotions.Benefits;

/** What money does to a purchase. Whoever has the row's lock first decides: payment, cancellation or time. */
@Singleton
class PurchasePayment {

    private final PurchaseRows purchases;
    private final PurchaseParts parts;
    private final SoldLines lines;
    private final Stock stock;
    private final Sales sales;
    private final Events events;
    private final Benefits benefits;

    PurchasePayment(
            PurchaseRows purchases,
            PurchaseParts parts,
            SoldLines lines,
            Stock stock,
            Sales sales,
            Events events,
            Benefits benefits) {
        this.purchases = purchases;
        this.parts = parts;
        this.lines = lines;
        this.stock = stock;
        this.sales = sales;
        this.events = events;
        this.benefits = benefits;
    }

    PayableFacts facts(PurchaseRows.Row row) {
        return new PayableFacts(
                row.id(),
                row.memberId(),
                purpose(lines.orderNumbers(row.id())),
                row.dueFen(),
                row.state() == PurchaseState.AWAITING_PAYMENT && !purchases.unapproved(row.id()),
                row.payBy());
    }

    /** Always the same of a purchase: a bank that is asked twice under one key wants the same words. */
    private static String purpose(List<String> orderNumbers) {
        String first = "梯田订单 " + orderNumbers.getFirst();
        return orderNumbers.size() == 1 ? first : first + " 等 " + orderNumbers.size() + " 个";
    }

    /** Money a little past the time is welcome while nobody has closed the purchase: the goods are still kept. */
    PayableOutcome paid(UUID purchaseId, UUID paymentId, Instant at) {
        PurchaseRows.Row row =
                purchases.lock(purchaseId).orElseThrow(() -> new IllegalStateException("no purchase " + purchaseId));
        return switch (row.state()) {
            case AWAITING_PAYMENT -> take(row, paymentId, at);
            case PAID -> paymentId.equals(row.paidBy()) ? parts.of(row) : new Refused(Reason.ALREADY_PAID);
            case CANCELLED -> new Refused(Reason.CANCELLED);
            case EXPIRED -> new Refused(Reason.TOO_LATE);
        };
    }

    private PayableOutcome take(PurchaseRows.Row row, UUID paymentId, Instant at) {
        return switch (stock.take(row.id())) {
            case Taking.Taken() -> {
                purchases.pay(row.id(), paymentId, at);
                if (row.reduced()) {
                    benefits.use(row.id());
                }
                List<SoldLines.SoldLine> sold = lines.ofPurchase(row.id());
                sales.recordAll(facts(sold, at));
                sales.basket(basket(row, sold, at));
                events.publish(new PurchasePaid(row.id(), row.memberId()));
                yield parts.of(row);
            }
            // The hold had run out and others bought the goods: there is nothing left to sell for this money.
            case Taking.Gone gone -> {
                purchases.close(row.id(), PurchaseState.EXPIRED);
                if (row.reduced()) {
                    benefits.thaw(List.of(row.id()));
                }
                yield new Refused(Reason.TOO_LATE);
            }
        };
    }

    private static List<SaleFact> facts(List<SoldLines.SoldLine> sold, Instant at) {
        return sold.stream()
                .map(line -> new SaleFact(
                        "order",
                        "sold",
                        line.orderNumber() + "-" + line.position(),
                        line.listingId(),
                        line.quantity(),
                        line.grams(),
                        at))
                .toList();
    }

    private BasketSold basket(PurchaseRows.Row row, List<SoldLines.SoldLine> sold, Instant at) {
        return new BasketSold(
                row.id(),
                row.memberId(),
                lines.provinceOf(row.id()),
                sold.stream().map(SoldLines.SoldLine::listingId).distinct().toList(),
                at);
    }

    List<PayableOutcome.EscrowShare> cash(UUID purchaseId) {
        return parts.cash(purchaseId);
    }
}
