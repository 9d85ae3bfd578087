package terrace.orders.shipments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import terrace.orders.fulfilment.Courier;
import terrace.orders.purchases.OrderState;
import terrace.orders.shipments.ShipmentFault.Reason;
import terrace.orders.shipments.ShipmentRow.Outcome;

/** Checks rows one by one, against each other, and against the merchant's orders. */
final class RowRules {
    private static final int NAME_CHARS_MIN = 2;

    private RowRules() {}

    /**
     * How an order stands.
     *
     * @param sent its parcels so far: code of the courier, a blank, the tracking number
     */
    record Standing(OrderState state, Set<String> sent) {}

    /** The same rows, each with all that is wrong with it; what was sent so before has its outcome already. */
    static List<ShipmentRow> check(List<ShipmentRow> rows, Map<String, Standing> orders) {
        Set<String> seen = new HashSet<>();
        List<ShipmentRow> checked = new ArrayList<>(rows.size());
        for (ShipmentRow row : rows) {
            List<ShipmentFault> faults = new ArrayList<>(row.faults());
            Optional<Courier> courier = courier(row, faults);
            boolean same = false;
            if (clean(faults, ShipmentColumn.ORDER)) {
                Standing standing = orders.get(row.order());
                if (row.order().isEmpty()) {
                    faults.add(new ShipmentFault(ShipmentColumn.ORDER, Reason.MISSING));
                } else if (standing == null) {
                    faults.add(new ShipmentFault(ShipmentColumn.ORDER, Reason.NO_SUCH_ORDER));
                } else if (!seen.add(row.order())) {
                    faults.add(new ShipmentFault(ShipmentColumn.ORDER, Reason.TWICE));
                } else {
                    same = standing(row, standing, courier, faults);
                }
            }
            checked.add(new ShipmentRow(
                    row.number(),
                    row.order(),
                    row.courier(),
                    row.tracking(),
                    List.copyOf(faults),
                    same && faults.isEmpty() ? Outcome.SAME : null));
        }
        return checked;
    }

    private static boolean clean(List<ShipmentFault> faults, ShipmentColumn column) {
        return faults.stream().noneMatch(fault -> fault.column() == column);
    }

    private static Optional<Courier> courier(ShipmentRow row, List<ShipmentFault> faults) {
        Optional<Courier> courier = courier(row.courier());
        if (clean(faults, ShipmentColumn.COURIER)) {
            if (row.courier().isEmpty()) {
                faults.add(new ShipmentFault(ShipmentColumn.COURIER, Reason.MISSING));
            } else if (courier.isEmpty()) {
                faults.add(new ShipmentFault(ShipmentColumn.COURIER, Reason.COURIER_UNKNOWN));
            }
        }
        if (clean(faults, ShipmentColumn.TRACKING)) {
            if (row.tracking().isEmpty()) {
                faults.add(new ShipmentFault(ShipmentColumn.TRACKING, Reason.MISSING));
            } else if (courier.isPresent() && !courier.get().recognises(row.tracking())) {
                faults.add(new ShipmentFault(ShipmentColumn.TRACKING, Reason.MALFORMED));
            }
        }
        return courier;
    }

    /** Whether it was sent before, in just this way. */
    private static boolean standing(
            ShipmentRow row, Standing order, Optional<Courier> courier, List<ShipmentFault> faults) {
        return switch (order.state()) {
            case AWAITING_PAYMENT, CANCELLED -> {
                faults.add(new ShipmentFault(ShipmentColumn.ORDER, Reason.NOT_TO_SHIP));
                yield false;
            }
            case TO_SHIP -> false;
            case PARTLY_SHIPPED, SHIPPED, ACCEPTED -> {
                boolean same = courier.isPresent()
                        && order.sent().contains(courier.get().code() + " " + Courier.tidy(row.tracking()));
                if (!same && order.state() != OrderState.PARTLY_SHIPPED) {
                    faults.add(new ShipmentFault(ShipmentColumn.TRACKING, Reason.SHIPPED_OTHERWISE));
                }
                yield same;
            }
        };
    }

    /** By its name as we write it, the beginning of it, its English name or its code. */
    static Optional<Courier> courier(String text) {
        String name = text.strip();
        return Arrays.stream(Courier.values())
                .filter(courier -> courier.code().equals(name.toUpperCase(Locale.ROOT))
                        || courier.nameEn().equalsIgnoreCase(name)
                        || (name.length() >= NAME_CHARS_MIN && courier.nameZh().startsWith(name)))
                .findFirst();
    }
}
