package terrace.orders.purchases;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.stock.Stock;
import terrace.orders.gateway.PaymentGateway;
import terrace.orders.payment.Payable;
import terrace.orders.payment.PayableFacts;
import terrace.orders.payment.PayableOutcome;
import terrace.orders.promotions.Benefits;
import terrace.orders.purchases.OrderRows.Side;

/** The door to what was bought; who is asking comes first, and sees nothing of others. */
@Singleton
public class Purchases implements Payable {

    /** The kind under which payments know a purchase. */
    public static final String PAYABLE_KIND = "purchase";

    /** How long stock is kept for an unpaid purchase. */
    public static final Duration PAYMENT_WINDOW = Duration.ofMinutes(15);

    /** Merchants promise to send within this time: of payment, or of the day the harvest is expected. */
    public static final Duration SHIP_WITHIN = Duration.ofDays(2);

    /** The longest slice anyone gets at once. */
    public static final int SLICE_SIZE_MAX = 100;

    private final PurchaseRows purchases;
    private final OrderRows orders;
    private final PurchasePayment payment;
    private final Withdrawals withdrawals;
    private final Stock stock;
    private final Benefits benefits;

    Purchases(
            PurchaseRows purchases,
            OrderRows orders,
            PurchasePayment payment,
            Withdrawals withdrawals,
            Stock stock,
            Benefits benefits) {
        this.purchases = purchases;
        this.orders = orders;
        this.payment = payment;
        this.withdrawals = withdrawals;
        this.stock = stock;
        this.benefits = benefits;
    }

    /** What the buyer pays for each merchant's order. */
    @Override
    @Connectable
    public List<PaymentGateway.Part> parts(UUID purchaseId) {
        return payment.cash(purchaseId).stream()
                .map(share -> new PaymentGateway.Part(share.orderId(), share.merchantId(), share.fen()))
                .toList();
    }

    /** A member's purchase with its orders and lines. */
    @Connectable
    public Optional<Purchase> ofMember(UUID memberId, UUID purchaseId) {
        return purchases
                .byId(purchaseId)
                .filter(row -> row.memberId().equals(memberId))
                .map(row -> purchase(row, orders.ofPurchase(purchaseId)));
    }

    /**
     * Several purchases with their orders and lines, by id, each only where it is the member's named for it.
     *
     * @param members by purchase
     */
    @Connectable
    public Map<UUID, Purchase> ofMembers(Map<UUID, UUID> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Order>> known =
                orders.ofPurchases(members.keySet()).stream().collect(Collectors.groupingBy(Order::purchaseId));
        return purchases.byIds(members.keySet()).stream()
                .filter(row -> row.memberId().equals(members.get(row.id())))
                .collect(Collectors.toMap(
                        PurchaseRows.Row::id, row -> purchase(row, known.getOrDefault(row.id(), List.of()))));
    }

    /** A member's orders of one state, or of all when it is null; newest first. */
    @Connectable
    public OrderSlice ordersOfMember(UUID memberId, @Nullable OrderState state, @Nullable String after, int limit) {
        return slice(Side.MEMBER, memberId, state, after, limit);
    }

    /** A member's order by its number. */
    @Connectable
    public Optional<Order> orderOfMember(UUID memberId, String number) {
        return orders.byNumber(Side.MEMBER, memberId, number);
    }

    /** Those of these orders that are the merchant's, in the order given; addresses as in {@link #orderOfMerchant}. */
    @Connectable
    public List<Order> ordersOfMerchant(UUID merchantId, List<String> numbers) {
        return numbers.isEmpty() ? List.of() : orders.byNumbers(Side.MERCHANT, merchantId, numbers);
    }

    /**
     * A merchant's order by its number. Who buys is told once there is something to send: before that the address is
     * its county alone.
     */
    @Connectable
    public Optional<Order> orderOfMerchant(UUID merchantId, String number) {
        return orders.byNumber(Side.MERCHANT, merchantId, number);
    }

    /** The numbers of those of these orders that are this merchant's, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, String> numbersOfMerchant(UUID merchantId, Set<UUID> orderIds) {
        return orders.numbers(Side.MERCHANT, merchantId, orderIds);
    }

    /** How many orders a member has in each state; states without any are left out. */
    @Connectable
    public Map<OrderState, Long> countsOfMember(UUID memberId) {
        return orders.counts(Side.MEMBER, memberId);
    }

    /** Gives an unpaid purchase up and its stock back, once; empty when it is not this member's. */
    @Transactional
    public Optional<Cancellation> cancel(UUID memberId, UUID purchaseId) {
        return purchases
                .lock(purchaseId)
                .filter(row -> row.memberId().equals(memberId))
                .map(this::cancelled);
    }

    private Cancellation cancelled(PurchaseRows.Row row) {
        return switch (row.state()) {
            case AWAITING_PAYMENT -> {
                purchases.close(row.id(), PurchaseState.CANCELLED);
                if (row.reduced()) {
                    benefits.thaw(List.of(row.id()));
                }
                stock.release(row.id());
                yield new Cancellation.Cancelled();
            }
            case CANCELLED -> new Cancellation.Cancelled();
            case PAID -> new Cancellation.AlreadyPaid();
            case EXPIRED -> new Cancellation.Lapsed();
        };
    }

    @Override
    public String kind() {
        return PAYABLE_KIND;
    }

    @Override
    @Transactional
    public Optional<PayableFacts> lock(UUID payableId) {
        return purchases.lock(payableId).map(payment::facts);
    }

    @Override
    @Transactional
    public PayableOutcome paid(UUID payableId, UUID paymentId, Instant at) {
        return payment.paid(payableId, paymentId, at);
    }

    /** It may be paid anew until its time is up, unless a merchant was suspended while this payment was under way. */
    @Override
    @Transactional
    public void paymentFailed(UUID payableId, UUID paymentId) {
        withdrawals.callOff(List.of(payableId));
    }

    private OrderSlice slice(Side side, UUID who, @Nullable OrderState state, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, SLICE_SIZE_MAX);
        List<Order> found = orders.page(side, who, state, after, size + 1);
        if (found.size() <= size) {
            return new OrderSlice(found, null);
        }
        List<Order> page = found.subList(0, size);
        return new OrderSlice(List.copyOf(page), page.getLast().number());
    }

    private static Purchase purchase(PurchaseRows.Row row, List<Order> orders) {
        return new Purchase(
                row.id(),
                row.memberId(),
                row.state(),
                row.goodsFen(),
                row.freightFen(),
                row.totalFen(),
                row.discountFen(),
                row.subsidyFen(),
                row.donationFen(),
                row.dueFen(),
                row.placedAt(),
                row.payBy(),
                row.paidAt(),
                row.closedAt(),
                orders.getFirst().deliverTo(),
                orders);
    }
}
