package terrace.orders.fulfilment;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.events.Events;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.OrderState;
import terrace.orders.reversals.Reversals;

/** The door to goods on their way. */
@Singleton
public class Fulfilment {

    /** After so long on the way, time accepts an order in the member's place. */
    public static final Duration ACCEPTANCE_WINDOW = Duration.ofDays(10);

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);
    private static final int ORDERS_AT_ONCE = 500;

    private final OrderBook book;
    private final PackedOrders packed;
    private final Reversals reversals;
    private final EscrowRelease escrow;
    private final Events events;
    private final TransactionOperations<Connection> transactions;

    Fulfilment(
            OrderBook book,
            PackedOrders packed,
            Reversals reversals,
            EscrowRelease escrow,
            Events events,
            TransactionOperations<Connection> transactions) {
        this.book = book;
        this.packed = packed;
        this.reversals = reversals;
        this.escrow = escrow;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * The merchant has sent all that is left of an order, each line from the lot harvested first; empty when it is not
     * this merchant's. The same words twice are one parcel.
     */
    @Transactional
    public Optional<Dispatch> ship(UUID merchantId, String number, Courier courier, String trackingNumber) {
        return ship(merchantId, number, courier, trackingNumber, Packing.REST);
    }

    /** Of an order that is sent in several parcels, each is said on its own; the last one sends the order. */
    @Transactional
    public Optional<Dispatch> ship(
            UUID merchantId, String number, Courier courier, String trackingNumber, Packing packing) {
        return book.lockOfMerchant(merchantId, number)
                .map(order -> packed.ship(order, courier, Courier.tidy(trackingNumber), packing));
    }

    /** The member has all the goods; empty when it is not their order. The merchant's money is released once. */
    @Transactional
    public Optional<Acceptance> accept(UUID memberId, String number) {
        return book.lockOfMember(memberId, number).map(order -> switch (order.state()) {
            case AWAITING_PAYMENT, TO_SHIP, PARTLY_SHIPPED, CANCELLED -> new Acceptance.NotShipped(order.state());
            case SHIPPED -> new Acceptance.Accepted(close(order));
            case ACCEPTED -> new Acceptance.Accepted(Objects.requireNonNull(order.acceptedAt()));
        });
    }

    /** Accepts what has been on its way for the whole window; says how many. One that fails keeps back no other. */
    public int acceptDue() {
        int accepted = 0;
        for (UUID id : book.dueForAcceptance(ORDERS_AT_ONCE)) {
            try {
                accepted += transactions.executeWrite(status -> acceptByTime(id)) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("Order {} could not be accepted by time; it is tried again", id, e);
            }
        }
        return accepted;
    }

    private boolean acceptByTime(UUID orderId) {
        return book.lockIfFree(orderId)
                .filter(order -> order.state() == OrderState.SHIPPED)
                .map(this::close)
                .isPresent();
    }

    private Instant close(OpenOrder order) {
        Instant at = book.accept(order.id());
        Reversals.Remaining left = reversals.remaining(order.id());
        if (left.fen() > 0) {
            escrow.orderAccepted(
                    order.id(), order.merchantId(), left.fen(), left.goodsFen(), order.commissionBasisPoints());
        }
        events.publish(new OrderAccepted(order.id(), order.number(), order.memberId(), order.merchantId()));
        return at;
    }
}
