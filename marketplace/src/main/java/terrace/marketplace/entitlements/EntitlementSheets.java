package terrace.marketplace.entitlements;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import terrace.marketplace.spreadsheets.Grid;
import terrace.marketplace.spreadsheets.GridCell;
import terrace.marketplace.spreadsheets.GridRow;
import terrace.marketplace.spreadsheets.Spreadsheets;
import terrace.marketplace.spreadsheets.Why;
import terrace.marketplace.vault.Vault;

/** Reads sheets of people, and keeps them sealed. */
@Singleton
class EntitlementSheets {

    private static final Set<String> NAMES = Set.of("登录名", "手机号", "sign-in name");
    private static final Set<String> DEPARTMENTS = Set.of("部门", "department");
    private static final String CELL = "\t";
    private static final String LINE = "\n";

    private final Spreadsheets spreadsheets;
    private final Vault vault;

    EntitlementSheets(Spreadsheets spreadsheets, Vault vault) {
        this.spreadsheets = spreadsheets;
        this.vault = vault;
    }

    Reading read(byte[] file) {
        return switch (spreadsheets.read(file, Run.ROWS_MAX)) {
            case Grid.Unreadable unreadable -> new Reading.Refused(unreadable.why());
            case Grid.Rows grid -> rows(grid.rows());
        };
    }

    private static Reading rows(List<GridRow> grid) {
        int name = column(grid.getFirst(), NAMES);
        int department = column(grid.getFirst(), DEPARTMENTS);
        if (name < 0 || department < 0) {
            return new Reading.Refused(Why.HEADINGS_MISSING);
        }
        List<SheetRow> rows = new ArrayList<>();
        for (GridRow row : grid.subList(1, grid.size())) {
            String division = cell(row, department);
            rows.add(new SheetRow(
                    row.number(),
                    cell(row, name),
                    division.isEmpty()
                            ? "—"
                            : division.substring(0, Math.min(division.length(), Run.DEPARTMENT_CHARS_MAX))));
        }
        return rows.isEmpty() ? new Reading.Refused(Why.NO_ROWS) : new Reading.Rows(rows);
    }

    private static int column(GridRow headings, Set<String> words) {
        return headings.cells().stream()
                .filter(cell -> words.contains(cell.text().toLowerCase(Locale.ROOT)))
                .map(GridCell::column)
                .findFirst()
                .orElse(-1);
    }

    /** One line, whatever a cell holds. */
    private static String cell(GridRow row, int column) {
        return row.cells().stream()
                .filter(cell -> cell.column() == column)
                .map(cell -> cell.text().replaceAll("\\s+", " ").strip())
                .findFirst()
                .orElse("");
    }

    byte[] seal(List<SheetRow> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.number())
                .append(CELL)
                .append(row.signInName())
                .append(CELL)
                .append(row.department())
                .append(LINE));
        return vault.seal(text.toString());
    }

    List<SheetRow> open(byte[] sealed) {
        return vault.open(sealed)
                .lines()
                .map(line -> line.split(CELL, -1))
                .map(cells -> new SheetRow(Integer.parseInt(cells[0]), cells[1], cells[2]))
                .toList();
    }

    static byte[] seed(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
