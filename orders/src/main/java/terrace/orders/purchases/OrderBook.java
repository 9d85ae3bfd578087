package terrace.orders.purchases;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import terrace.marketplace.events.Events;

/** The book that checkout writes in and fulfilment carries forward; pages read through {@link Purchases}. */
@Singleton
public class OrderBook {

    private static final String NUMBER_KEY = "customer_order_number";
    /** Classes of states: of connections, resources, an operator, the system, and within. */
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58", "XX");

    private static final String SHIP = """
            update orders.customer_order set state = 'SHIPPED', courier = ?, tracking_number = ?,
                shipped_at = now.at, accept_by = now.at + make_interval(secs => ?)
            from (select marketplace.clock_now() as at) now where id = ?
            returning shipped_at, accept_by
            """;
    private static final String PARTLY_SHIP = "update orders.customer_order set state = 'PARTLY_SHIPPED' where id = ?";
    private static final String ACCEPT = """
            update orders.customer_order set state = 'ACCEPTED', accepted_at = marketplace.clock_now() where id = ?
            returning accepted_at
            """;
    private static final String CALL_OFF =
            "update orders.customer_order set state = 'CANCELLED', closed_at = marketplace.clock_now() where id = ?";
    /**
     * The clock is read once, in a subquery, so that the index on what is due can be used. While somebody waits for an
     * answer to a claim, time accepts nothing.
     */
    private static final String DUE = """
            select id from orders.customer_order o
            where state = 'SHIPPED' and accept_by <= (select marketplace.clock_now())
                and not exists (select from orders.claim c where c.order_id = o.id and c.closed_at is null)
            order by accept_by limit ?
            """;

    private final JdbcOperations jdbc;
    private final PurchaseWriting writing;
    private final PurchaseRows purchases;
    private final OrderRows orders;
    private final OrderLocks locks;
    private final Events events;

    OrderBook(
            JdbcOperations jdbc,
            PurchaseWriting writing,
            PurchaseRows purchases,
            OrderRows orders,
            OrderLocks locks,
            Events events) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.purchases = purchases;
        this.orders = orders;
        this.locks = locks;
        this.events = events;
    }

    /** Whether writing failed only because a number drawn for an order was drawn before: then it may be tried again. */
    public static boolean numberTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException error && error.getServerErrorMessage() != null) {
                return NUMBER_KEY.equals(error.getServerErrorMessage().getConstraint());
            }
        }
        return false;
    }

    /** Whether writing failed because the database is in trouble, whatever was to be written. */
    public static boolean outage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                String state = error.getSQLState();
                return state == null || OUTAGES.contains(state.substring(0, Math.min(2, state.length())));
            }
        }
        return false;
    }

    /**
     * Writes a purchase down and says until when it must be paid; empty when one of this id is there already. The same
     * id in another open transaction makes this one wait for it.
     */
    @Transactional
    public Optional<Instant> write(NewPurchase purchase) {
        return Optional.ofNullable(writeAll(List.of(purchase)).get(purchase.id()));
    }

    /** As above, many in one statement; answers those that were written, until when each must be paid. */
    @Transactional
    public Map<UUID, Instant> writeAll(List<NewPurchase> asked) {
        Map<UUID, Instant> written = writing.write(asked);
        events.publishAll(asked.stream()
                .filter(purchase -> written.containsKey(purchase.id()))
                .map(purchase -> new PurchasePlaced(purchase.id(), purchase.memberId()))
                .toList());
        return written;
    }

    /** Whose purchases these ids are; those that are none are left out. */
    @Connectable
    public Map<UUID, UUID> membersOf(Collection<UUID> purchaseIds) {
        return purchaseIds.isEmpty() ? Map.of() : purchases.membersOf(purchaseIds);
    }

    /** Locks a merchant's order for a step; empty when it is not this merchant's. */
    @Transactional
    public Optional<OpenOrder> lockOfMerchant(UUID merchantId, String number) {
        return locks.ofMerchant(merchantId, number);
    }

    /** Locks a member's order for a step; empty when it is not this member's. */
    @Transactional
    public Optional<OpenOrder> lockOfMember(UUID memberId, String number) {
        return locks.ofMember(memberId, number);
    }

    /** Locks an order for a step that time takes; empty while somebody else holds it. */
    @Transactional
    public Optional<OpenOrder> lockIfFree(UUID orderId) {
        return locks.ifFree(orderId);
    }

    /** Locks an order for a step, whoever takes it; who may is the caller's to know. */
    @Transactional
    public Optional<OpenOrder> lock(UUID orderId) {
        return locks.byId(orderId);
    }

    /** Locks the purchase of an order that is the member's or the merchant's, to be called before the order's lock. */
    @Transactional
    public void lockPurchase(UUID who, String number) {
        locks.purchase(who, number);
    }

    /** The orders of a purchase. */
    @Transactional(readOnly = true)
    public List<UUID> ordersOf(UUID purchaseId) {
        return orders.ofPurchase(purchaseId).stream().map(Order::id).toList();
    }

    /** TO_SHIP → CANCELLED; the database refuses the step from any other paid state. */
    @Transactional
    public void callOff(UUID orderId) {
        jdbc.prepareStatement(CALL_OFF, (PreparedStatement statement) -> {
            statement.setObject(1, orderId);
            return statement.executeUpdate();
        });
    }

    /** Orders on their way for longer than they may be, the longest overdue first. */
    @Connectable
    public List<UUID> dueForAcceptance(int limit) {
        return jdbc.prepareStatement(DUE, (PreparedStatement statement) -> {
            statement.setInt(1, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    /** The lines of an order that is held fast. */
    @Transactional
    public List<OrderLine> lines(UUID orderId) {
        return orders.lines(orderId).getOrDefault(orderId, List.of());
    }

    /** Notes where the goods of a line in a parcel came from. */
    @Transactional
    public void cameFrom(UUID orderId, int position, int parcel, List<LotShare> lots) {
        jdbc.prepareStatement("""
                insert into orders.order_line_lot (order_id, position, lot_id, code, harvested_on, quantity, parcel)
                values (?, ?, ?, ?, ?, ?, ?)
                """, (PreparedStatement statement) -> {
            for (LotShare lot : lots) {
                statement.setObject(1, orderId);
                statement.setInt(2, position);
                statement.setObject(3, lot.lotId());
                statement.setString(4, lot.code());
                statement.setObject(5, lot.harvestedOn());
                statement.setInt(6, lot.quantity());
                statement.setInt(7, parcel);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** TO_SHIP → PARTLY_SHIPPED; the database refuses the step from any other state. */
    @Transactional
    public void partlyShip(UUID orderId) {
        jdbc.prepareStatement(PARTLY_SHIP, (PreparedStatement statement) -> {
            statement.setObject(1, orderId);
            return statement.executeUpdate();
        });
    }

    /**
     * TO_SHIP or PARTLY_SHIPPED → SHIPPED, with its last parcel; the database refuses the step from any other state.
     */
    @Transactional
    public Shipment ship(UUID orderId, String courierCode, String trackingNumber, Duration acceptAfter) {
        return jdbc.prepareStatement(SHIP, (PreparedStatement statement) -> {
            statement.setString(1, courierCode);
            statement.setString(2, trackingNumber);
            statement.setLong(3, acceptAfter.toSeconds());
            statement.setObject(4, orderId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Shipment(
                        courierCode,
                        trackingNumber,
                        Columns.instant(row, "shipped_at"),
                        Columns.instant(row, "accept_by"));
            }
        });
    }

    /** SHIPPED → ACCEPTED; the database refuses the step from any other state. */
    @Transactional
    public Instant accept(UUID orderId) {
        return jdbc.prepareStatement(ACCEPT, (PreparedStatement statement) -> {
            statement.setObject(1, orderId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Columns.instant(row, "accepted_at");
            }
        });
    }
}
