package terrace.orders.shipments;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.regions.Regions;
import terrace.orders.desk.OrderDesk;
import terrace.orders.desk.OrderFilter;
import terrace.orders.purchases.Order;

/**
 * Recipients for the labels of what is to be sent. It is the one place where a merchant gets people's data by the
 * dozen, so that leave to read is asked for, ends soon, and every reading is on record.
 */
@Singleton
public class Labels {
    public static final Duration LEAVE = Duration.ofMinutes(30);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clock.ZONE);

    private final JdbcOperations jdbc;
    private final OrderDesk desk;
    private final Regions regions;
    private final Audit audit;

    Labels(JdbcOperations jdbc, OrderDesk desk, Regions regions, Audit audit) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.regions = regions;
        this.audit = audit;
    }

    /** @param actor account that asks; nobody else may read by it */
    @Transactional
    public LabelExport ask(UUID merchantId, UUID actor) {
        UUID id = Ids.next();
        Instant expiresAt = jdbc.prepareStatement("""
                insert into orders.label_export (id, merchant_id, actor, expires_at)
                values (?, ?, ?, marketplace.clock_now() + make_interval(secs => ?)) returning expires_at
                """, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            statement.setObject(2, merchantId);
            statement.setObject(3, actor);
            statement.setLong(4, LEAVE.toSeconds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
        audit.record("account:" + actor, "labels.asked", "merchant:" + merchantId, Map.of("export", id.toString()));
        return new LabelExport(id, expiresAt);
    }

    /** The orders to be sent now, the most urgent first; empty when there is no such leave, or it has ended. */
    @Transactional
    public Optional<List<Order>> read(UUID merchantId, UUID actor, UUID exportId) {
        boolean allowed = jdbc.prepareStatement("""
                select from orders.label_export where id = ? and merchant_id = ? and actor = ?
                    and expires_at > (select marketplace.clock_now())
                """, (PreparedStatement statement) -> {
            statement.setObject(1, exportId);
            statement.setObject(2, merchantId);
            statement.setObject(3, actor);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
        if (!allowed) {
            return Optional.empty();
        }
        List<Order> orders = desk.orders(merchantId, OrderFilter.TO_SHIP, null, null, ShipmentSheets.ROWS_MAX)
                .orders();
        audit.record(
                "account:" + actor,
                "labels.read",
                "merchant:" + merchantId,
                Map.of("export", exportId.toString(), "orders", Integer.toString(orders.size())));
        return Optional.of(orders);
    }

    /** Writes them as a sheet, with empty cells for courier and tracking number. */
    public void write(List<Order> orders, OutputStream out) throws IOException {
        Map<UUID, SortedMap<Integer, Integer>> left = desk.left(orders);
        ShipmentWriter.labels(
                orders.stream()
                        .map(order -> cells(order, left.getOrDefault(order.id(), Collections.emptySortedMap())))
                        .toList(),
                out);
    }

    /** @param left pieces to be sent of each line */
    private Map<ShipmentColumn, String> cells(Order order, SortedMap<Integer, Integer> left) {
        Map<ShipmentColumn, String> cells = new EnumMap<>(ShipmentColumn.class);
        cells.put(ShipmentColumn.ORDER, order.number());
        cells.put(ShipmentColumn.RECIPIENT, order.deliverTo().recipient());
        cells.put(ShipmentColumn.PHONE, order.deliverTo().phone());
        cells.put(
                ShipmentColumn.ADDRESS,
                regions.path(order.deliverTo().countyCode()) + " "
                        + order.deliverTo().street());
        cells.put(
                ShipmentColumn.GOODS,
                order.lines().stream()
                        .filter(line -> left.containsKey(line.position()))
                        .map(line -> line.title() + " " + line.skuName() + " × " + left.get(line.position()))
                        .collect(Collectors.joining("；")));
        cells.put(
                ShipmentColumn.PIECES,
                Integer.toString(
                        left.values().stream().mapToInt(pieces -> pieces).sum()));
        Optional.ofNullable(order.shipBy()).ifPresent(by -> cells.put(ShipmentColumn.SHIP_BY, TIME.format(by)));
        return cells;
    }
}
