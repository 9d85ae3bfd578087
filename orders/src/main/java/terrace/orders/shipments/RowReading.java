package terrace.orders.shipments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.spreadsheets.GridCell;
import terrace.marketplace.spreadsheets.GridRow;
import terrace.orders.shipments.ShipmentFault.Reason;

/** Turns rows of a spreadsheet into rows of shipments; only three of its columns are looked at. */
final class RowReading {
    private static final int CHARS_MAX = 60;

    private RowReading() {}

    /** Empty where the first row does not have our headings. Rows nobody has filled in are left out. */
    static Optional<List<ShipmentRow>> rows(List<GridRow> grid) {
        Map<Integer, ShipmentColumn> columns = new HashMap<>();
        for (GridCell cell : grid.getFirst().cells()) {
            ShipmentColumn.byHeading(cell.text())
                    .filter(ShipmentColumn.READ::contains)
                    .ifPresent(column -> columns.put(cell.column(), column));
        }
        if (!columns.values().containsAll(ShipmentColumn.READ)) {
            return Optional.empty();
        }
        return Optional.of(grid.stream()
                .skip(1)
                .map(row -> row(row, columns))
                .filter(row -> !row.courier().isEmpty() || !row.tracking().isEmpty() || row.bad())
                .toList());
    }

    private static ShipmentRow row(GridRow row, Map<Integer, ShipmentColumn> columns) {
        Map<ShipmentColumn, String> texts = new HashMap<>();
        List<ShipmentFault> faults = new ArrayList<>();
        for (GridCell cell : row.cells()) {
            @Nullable ShipmentColumn column = columns.get(cell.column());
            if (column == null) {
                continue;
            }
            texts.put(
                    column,
                    cell.text().substring(0, Math.min(CHARS_MAX, cell.text().length())));
            if (cell.kind() == GridCell.Kind.FORMULA || cell.kind() == GridCell.Kind.ERROR) {
                faults.add(new ShipmentFault(column, Reason.FORMULA));
            } else if (column != ShipmentColumn.COURIER && cell.mangled()) {
                faults.add(new ShipmentFault(column, Reason.MANGLED));
            }
        }
        return new ShipmentRow(
                row.number(),
                texts.getOrDefault(ShipmentColumn.ORDER, ""),
                texts.getOrDefault(ShipmentColumn.COURIER, ""),
                texts.getOrDefault(ShipmentColumn.TRACKING, ""),
                faults,
                null);
    }
}
