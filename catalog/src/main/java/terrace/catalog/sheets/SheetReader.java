package terrace.catalog.sheets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import terrace.catalog.sheets.SheetFault.Reason;
import terrace.marketplace.spreadsheets.Grid;
import terrace.marketplace.spreadsheets.GridCell;
import terrace.marketplace.spreadsheets.GridRow;
import terrace.marketplace.spreadsheets.Spreadsheets;
import terrace.marketplace.spreadsheets.Why;

/** Reads a spreadsheet as rows of goods. */
@Singleton
class SheetReader {
    static final int ROWS_MAX = 5_000;

    private final Spreadsheets spreadsheets;

    SheetReader(Spreadsheets spreadsheets) {
        this.spreadsheets = spreadsheets;
    }

    Reading read(byte[] file) {
        return switch (spreadsheets.read(file, ROWS_MAX)) {
            case Grid.Unreadable unreadable -> new Reading.Unreadable(unreadable.why());
            case Grid.Rows grid -> rows(grid.rows());
        };
    }

    private static Reading rows(List<GridRow> grid) {
        Map<Integer, Column> columns = new HashMap<>();
        for (GridCell cell : grid.getFirst().cells()) {
            Column.byHeading(cell.text()).ifPresent(column -> columns.put(cell.column(), column));
        }
        if (!columns.containsValue(Column.CODE) || !columns.containsValue(Column.TITLE)) {
            return new Reading.Unreadable(Why.HEADINGS_MISSING);
        }
        List<SheetRow> found = new ArrayList<>();
        for (GridRow row : grid.subList(1, grid.size())) {
            SheetRow read = row(row, columns);
            if (!read.cells().isEmpty() || read.bad()) {
                found.add(read);
            }
        }
        return found.isEmpty() ? new Reading.Unreadable(Why.NO_ROWS) : new Reading.Rows(List.copyOf(found));
    }

    private static SheetRow row(GridRow row, Map<Integer, Column> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        List<SheetFault> faults = new ArrayList<>();
        for (GridCell cell : row.cells()) {
            Column column = columns.get(cell.column());
            if (column == null) {
                continue;
            }
            if (cell.kind() == GridCell.Kind.FORMULA) {
                faults.add(new SheetFault(column, Reason.FORMULA, ""));
            } else if (cell.kind() == GridCell.Kind.ERROR) {
                faults.add(new SheetFault(column, Reason.NOT_A_NUMBER, cell.text()));
            } else if (column == Column.CODE && cell.mangled()) {
                faults.add(new SheetFault(column, Reason.NUMBER_FOR_TEXT, cell.text()));
            }
            if (!cell.text().isEmpty()) {
                cells.put(column, cell.text());
            }
        }
        return new SheetRow(row.number(), cells, faults);
    }
}
