package terrace.orders.returns;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.clock.Clock;
import terrace.orders.parcels.Parcels;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.OrderState;
import terrace.orders.returns.Opening.Fault;

/** What may be claimed of a line, until when, and how much is suggested. */
@Singleton
class ClaimTerms {
    private final JdbcOperations jdbc;
    private final Parcels parcels;
    private final Listings listings;
    private final Clock clock;

    ClaimTerms(JdbcOperations jdbc, Parcels parcels, Listings listings, Clock clock) {
        this.parcels = parcels;
        this.jdbc = jdbc;
        this.listings = listings;
        this.clock = clock;
    }

    /** Keeps what buyers were told about sending goods back; what is kept already stays. */
    @Transactional
    void keep(UUID orderId, List<OrderLine> lines) {
        Map<UUID, Boolean> returnable = now(lines);
        jdbc.prepareStatement("""
                insert into orders.return_term (order_id, position, returnable) values (?, ?, ?)
                on conflict do nothing
                """, statement -> {
            for (OrderLine line : lines) {
                statement.setObject(1, orderId);
                statement.setInt(2, line.position());
                statement.setBoolean(3, returnable.getOrDefault(line.listingId(), false));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** By position, whether it may be sent back without a reason; as it was kept, else as the listing says now. */
    Map<Integer, Boolean> returnable(UUID orderId, List<OrderLine> lines) {
        Map<Integer, Boolean> kept = jdbc.prepareStatement(
                "select position, returnable from orders.return_term where order_id = ?", statement -> {
                    statement.setObject(1, orderId);
                    Map<Integer, Boolean> found = new HashMap<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.put(row.getInt(1), row.getBoolean(2));
                        }
                    }
                    return found;
                });
        List<OrderLine> others = lines.stream()
                .filter(line -> !kept.containsKey(line.position()))
                .toList();
        if (!others.isEmpty()) {
            Map<UUID, Boolean> now = now(others);
            others.forEach(line -> kept.put(line.position(), now.getOrDefault(line.listingId(), false)));
        }
        return kept;
    }

    private Map<UUID, Boolean> now(List<OrderLine> lines) {
        Set<UUID> ids = lines.stream().map(OrderLine::listingId).collect(Collectors.toSet());
        return listings.byIds(ids).values().stream()
                .collect(Collectors.toMap(
                        Listing::id, listing -> !listing.about().keeping().perishable()));
    }

    /** What speaks against claiming this of a line now. */
    Optional<Fault> fault(OrderState state, @Nullable Instant accepted, OrderLine line, ClaimKind kind) {
        boolean sent =
                switch (state) {
                    case AWAITING_PAYMENT, TO_SHIP, CANCELLED -> false;
                    case PARTLY_SHIPPED ->
                        parcels.of(line.orderId()).stream()
                                .anyMatch(parcel -> parcel.pieces().containsKey(line.position()));
                    case SHIPPED, ACCEPTED -> true;
                };
        if (!sent) {
            return Optional.of(Fault.NOT_SENT);
        }
        if (accepted != null && accepted.plus(kind.window()).isBefore(clock.now())) {
            return Optional.of(Fault.TOO_LATE);
        }
        boolean refused = kind == ClaimKind.NO_REASON
                && !returnable(line.orderId(), List.of(line)).getOrDefault(line.position(), false);
        return refused ? Optional.of(Fault.NOT_RETURNABLE) : Optional.empty();
    }

    /**
     * What so many pieces cost, in fen, of what is left of the line; all of it for all pieces. With the published scale
     * for spoiled goods this is what is suggested, without it the most that may be asked.
     */
    static long priceFen(long soldFen, long leftFen, int pieces, int claimed) {
        long price = claimed == pieces ? soldFen : Math.multiplyExact(soldFen, claimed) / pieces;
        return Math.min(price, leftFen);
    }
}
