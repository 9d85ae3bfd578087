package terrace.catalog.sheets;

import java.util.List;
import java.util.Map;

/**
 * A row as it stood in the file.
 *
 * @param number as the spreadsheet counts, the heading being row 1
 */
public record SheetRow(int number, Map<Column, String> cells, List<SheetFault> faults) {
    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    public boolean bad() {
        return !faults.isEmpty();
    }
}
