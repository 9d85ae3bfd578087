package terrace.catalog.sheets;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import terrace.catalog.sheets.SheetFault.Reason;

/** Reads the first sheet of a workbook, by content and never by name. */
@Singleton
class SheetReader {
    static final int FILE_BYTES_MAX = 8 * 1024 * 1024;
    static final int ROWS_MAX = 5_000;

    /** Ours are eighteen; a few notes beside them harm nobody. */
    private static final int COLUMNS_MAX = 64;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+(\\.\\d+)?[eE][+-]?\\d+");

    private final CsvReading csv;

    SheetReader(CsvReading csv) {
        this.csv = csv;
    }

    Reading read(byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            return new Reading.Unreadable(Why.TOO_LARGE);
        }
        if (!startsWith(file, ZIP)) {
            return csv.read(file);
        }
        Optional<Why> trouble = ZipGuard.trouble(file);
        if (trouble.isPresent()) {
            return new Reading.Unreadable(trouble.get());
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows(rows);
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
            return new Reading.Unreadable(Why.TORN);
        } catch (RuntimeException e) {
            // a workbook somebody made by hand can surprise the parser in more ways than it has exceptions for
            return new Reading.Unreadable(Why.NOT_A_SHEET);
        }
    }

    private static Reading rows(Stream<Row> stream) {
        Map<Integer, Column> columns = new HashMap<>();
        List<SheetRow> found = new ArrayList<>();
        for (Row row : (Iterable<Row>) stream::iterator) {
            if (row.getCellCount() > COLUMNS_MAX) {
                return new Reading.Unreadable(Why.TOO_MANY_COLUMNS);
            }
            if (columns.isEmpty()) {
                headings(row, columns);
                if (!columns.containsValue(Column.CODE) || !columns.containsValue(Column.TITLE)) {
                    return new Reading.Unreadable(Why.HEADINGS_MISSING);
                }
                continue;
            }
            SheetRow read = row(row, columns);
            if (!read.cells().isEmpty() || read.bad()) {
                found.add(read);
            }
            if (found.size() > ROWS_MAX) {
                return new Reading.Unreadable(Why.TOO_MANY_ROWS);
            }
        }
        return found.isEmpty() ? new Reading.Unreadable(Why.NO_ROWS) : new Reading.Rows(List.copyOf(found));
    }

    private static void headings(Row row, Map<Integer, Column> columns) {
        for (Cell cell : row) {
            if (cell != null) {
                Column.byHeading(String.valueOf(cell.getText()))
                        .ifPresent(column -> columns.put(cell.getColumnIndex(), column));
            }
        }
    }

    private static SheetRow row(Row row, Map<Integer, Column> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        List<SheetFault> faults = new ArrayList<>();
        for (Cell cell : row) {
            Column column = cell == null ? null : columns.get(cell.getColumnIndex());
            if (cell == null || column == null || cell.getType() == CellType.EMPTY) {
                continue;
            }
            String text = text(cell);
            if (cell.getFormula() != null && !cell.getFormula().isEmpty()) {
                faults.add(new SheetFault(column, Reason.FORMULA, ""));
            } else if (cell.getType() == CellType.ERROR) {
                faults.add(new SheetFault(column, Reason.NOT_A_NUMBER, text));
            } else if (column == Column.CODE && SCIENTIFIC.matcher(text).matches()) {
                faults.add(new SheetFault(column, Reason.NUMBER_FOR_TEXT, text));
            }
            if (!text.isEmpty()) {
                cells.put(column, text);
            }
        }
        return new SheetRow(row.getRowNum(), cells, faults);
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
