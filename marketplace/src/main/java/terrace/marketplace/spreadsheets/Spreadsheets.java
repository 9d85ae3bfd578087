package terrace.marketplace.spreadsheets;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a workbook, or a CSV file, by content and never by name. */
@Singleton
public class Spreadsheets {
    public static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

    /** Ours have sixteen at most; a few notes beside them harm nobody. */
    static final int COLUMNS_MAX = 64;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final CsvReading csv;

    Spreadsheets(CsvReading csv) {
        this.csv = csv;
    }

    /** @param rowsMax how many rows may follow the headings */
    public Grid read(byte[] file, int rowsMax) {
        if (file.length > FILE_BYTES_MAX) {
            return new Grid.Unreadable(Why.TOO_LARGE);
        }
        if (!startsWith(file, ZIP)) {
            return csv.read(file, rowsMax);
        }
        Optional<Why> trouble = ZipGuard.trouble(file);
        if (trouble.isPresent()) {
            return new Grid.Unreadable(trouble.get());
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows(rows, rowsMax);
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
            return new Grid.Unreadable(Why.TORN);
        } catch (RuntimeException e) {
            // a workbook somebody made by hand can surprise the parser in more ways than it has exceptions for
            return new Grid.Unreadable(Why.NOT_A_SHEET);
        }
    }

    private static Grid rows(Stream<Row> stream, int rowsMax) {
        List<GridRow> found = new ArrayList<>();
        for (Row row : (Iterable<Row>) stream::iterator) {
            if (row.getCellCount() > COLUMNS_MAX) {
                return new Grid.Unreadable(Why.TOO_MANY_COLUMNS);
            }
            GridRow read = row(row);
            if (!read.cells().isEmpty()) {
                found.add(read);
            }
            if (found.size() > rowsMax + 1) {
                return new Grid.Unreadable(Why.TOO_MANY_ROWS);
            }
        }
        return found.isEmpty() ? new Grid.Unreadable(Why.NO_ROWS) : new Grid.Rows(List.copyOf(found));
    }

    private static GridRow row(Row row) {
        List<GridCell> cells = new ArrayList<>();
        for (Cell cell : row) {
            if (cell == null || cell.getType() == CellType.EMPTY) {
                continue;
            }
            GridCell read = new GridCell(cell.getColumnIndex(), text(cell), kind(cell));
            if (!read.text().isEmpty() || read.kind() == GridCell.Kind.FORMULA) {
                cells.add(read);
            }
        }
        return new GridRow(row.getRowNum(), List.copyOf(cells));
    }

    private static GridCell.Kind kind(Cell cell) {
        if (cell.getFormula() != null && !cell.getFormula().isEmpty()) {
            return GridCell.Kind.FORMULA;
        }
        return switch (cell.getType()) {
            case ERROR -> GridCell.Kind.ERROR;
            case NUMBER -> GridCell.Kind.NUMBER;
            default -> GridCell.Kind.TEXT;
        };
    }

    private static String text(Cell cell) {
        String raw = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        return raw == null ? "" : raw.strip();
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (file.length <= i || file[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
