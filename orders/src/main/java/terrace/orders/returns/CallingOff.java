package terrace.orders.returns;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.stock.BackOnSale;
import terrace.catalog.stock.GoodsBack;
import terrace.marketplace.coupons.Coupons;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.parcels.Parcel;
import terrace.orders.parcels.Parcels;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderLine;
import terrace.orders.reversals.Cause;
import terrace.orders.reversals.ReversalWish;
import terrace.orders.reversals.Reversals;
import terrace.orders.reversals.Reversing;

/**
 * The door to paid orders that are called off before anything was sent, whole, or else as far as they were not sent, by
 * who bought or who sells. Whoever has the order's row first decides between calling off and sending; the purchase is
 * held before it, so that of two orders called off at once the second sees that it is the last to use their coupon.
 */
@Singleton
public class CallingOff {
    private final OrderBook book;
    private final UndoneCoupons undone;
    private final Coupons coupons;
    private final Reversals reversals;
    private final BackOnSale backOnSale;
    private final AfterSaleLetters letters;
    private final Parcels parcels;

    CallingOff(
            OrderBook book,
            UndoneCoupons undone,
            Coupons coupons,
            Reversals reversals,
            BackOnSale backOnSale,
            AfterSaleLetters letters,
            Parcels parcels) {
        this.book = book;
        this.undone = undone;
        this.coupons = coupons;
        this.reversals = reversals;
        this.backOnSale = backOnSale;
        this.letters = letters;
        this.parcels = parcels;
    }

    /** Empty when it is not this member's. */
    @Transactional
    public Optional<CalledOff> byMember(UUID memberId, String number) {
        book.lockPurchase(memberId, number);
        return book.lockOfMember(memberId, number).map(order -> {
            CalledOff outcome = callOff(order, memberId, "");
            if (outcome instanceof CalledOff.Done && order.state().toSend()) {
                letters.calledOffByMember(order);
            }
            return outcome;
        });
    }

    /** Empty when it is not this merchant's. */
    @Transactional
    public Optional<CalledOff> byMerchant(UUID merchantId, String number, UUID actor, String reason) {
        String why = reason.strip();
        book.lockPurchase(merchantId, number);
        return book.lockOfMerchant(merchantId, number).map(order -> {
            if (why.isEmpty() || why.length() > ReversalWish.REASON_CHARS_MAX) {
                return new CalledOff.ReasonMissing();
            }
            CalledOff outcome = callOff(order, actor, why);
            if (outcome instanceof CalledOff.Done && order.state().toSend()) {
                letters.calledOffByMerchant(order, why);
            }
            return outcome;
        });
    }

    private static String key(OpenOrder order) {
        return "called-off:" + order.id();
    }

    /** An unpaid order is called off with its purchase; one that is called off, in part or whole, stays so. */
    private CalledOff callOff(OpenOrder order, @Nullable UUID actor, String reason) {
        return switch (order.state()) {
            case AWAITING_PAYMENT -> new CalledOff.NotNow(order.state());
            case SHIPPED, ACCEPTED ->
                reversals.byKey(key(order)).isPresent() ? new CalledOff.Done() : new CalledOff.NotNow(order.state());
            case CANCELLED -> new CalledOff.Done();
            case TO_SHIP -> {
                coupons.giveBack(order.purchaseId(), undone.by(order));
                List<GoodsBack> goods = book.lines(order.id()).stream()
                        .map(line -> new GoodsBack(line.skuId(), line.quantity(), line.shipsFrom()))
                        .toList();
                backOnSale.giveBack(goods, "called off", "called-off:" + order.number());
                takeBack(order, actor, reason, reversals.left(order.id()));
                book.callOff(order.id());
                yield new CalledOff.Done();
            }
            case PARTLY_SHIPPED -> {
                callOffRest(order, actor, reason);
                yield new CalledOff.Done();
            }
        };
    }

    /** What was not sent goes back, each piece at its share of the line; with what was sent the order is sent. */
    private void callOffRest(OpenOrder order, @Nullable UUID actor, String reason) {
        List<OrderLine> lines = book.lines(order.id());
        List<Parcel> sent = parcels.of(order.id());
        SortedMap<Integer, Integer> unsent = Parcels.left(lines, sent);
        SortedMap<Integer, Long> sold = reversals.sold(order.id());
        SortedMap<Integer, Long> left = reversals.left(order.id());
        SortedMap<Integer, Long> fen = new TreeMap<>();
        List<GoodsBack> goods = new ArrayList<>();
        for (OrderLine line : lines) {
            int pieces = unsent.getOrDefault(line.position(), 0);
            if (pieces > 0) {
                goods.add(new GoodsBack(line.skuId(), pieces, line.shipsFrom()));
                fen.put(
                        line.position(),
                        ClaimTerms.priceFen(
                                Objects.requireNonNull(sold.get(line.position())),
                                Objects.requireNonNull(left.get(line.position())),
                                line.quantity(),
                                pieces));
            }
        }
        backOnSale.giveBack(goods, "called off", "called-off:" + order.number());
        takeBack(order, actor, reason, fen);
        Parcel last = sent.getLast();
        book.ship(order.id(), last.courierCode(), last.trackingNumber(), Fulfilment.ACCEPTANCE_WINDOW);
    }

    /** Where everything was given away, nothing is taken back. */
    private void takeBack(
            OpenOrder order, @Nullable UUID actor, String reason, SortedMap<Integer, Long> fenByPosition) {
        SortedMap<Integer, Long> all = new TreeMap<>(fenByPosition);
        all.values().removeIf(fen -> fen == 0);
        if (all.isEmpty()) {
            return;
        }
        Reversing reversing =
                reversals.reverse(order, new ReversalWish(key(order), Cause.CALLED_OFF, reason, actor, all));
        if (!(reversing instanceof Reversing.Reversed)) {
            throw new IllegalStateException("order " + order.number() + " is not taken back: " + reversing);
        }
    }
}
