package terrace.marketplace.spreadsheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CSV in UTF-8, with or without a mark, or in GB 18030, which covers the GBK that Chinese spreadsheets write. */
@Singleton
class CsvReading {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final int FIELD_CHARS_MAX = 32_768;

    Grid read(byte[] file, int rowsMax) {
        Optional<String> text = text(file);
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return new Grid.Unreadable(Why.NOT_A_SHEET);
        }
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().maxBufferSize(FIELD_CHARS_MAX * 4).ofCsvRecord(text.get())) {
            return rows(records, rowsMax);
        } catch (CsvParseException | IOException e) {
            return new Grid.Unreadable(Why.TORN);
        }
    }

    private static Grid rows(CsvReader<CsvRecord> records, int rowsMax) {
        List<GridRow> found = new ArrayList<>();
        int number = 0;
        for (CsvRecord record : records) {
            number++;
            if (record.getFieldCount() > Spreadsheets.COLUMNS_MAX) {
                return new Grid.Unreadable(Why.TOO_MANY_COLUMNS);
            }
            List<GridCell> cells = cells(record);
            if (!cells.isEmpty()) {
                found.add(new GridRow(number, cells));
            }
            if (found.size() > rowsMax + 1) {
                return new Grid.Unreadable(Why.TOO_MANY_ROWS);
            }
        }
        return found.isEmpty() ? new Grid.Unreadable(Why.NO_ROWS) : new Grid.Rows(List.copyOf(found));
    }

    private static List<GridCell> cells(CsvRecord record) {
        List<GridCell> cells = new ArrayList<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String field = record.getField(i).strip();
            // what we wrote harmless, with an apostrophe before it, reads as it was
            String text = field.startsWith("'") ? field.substring(1) : field;
            if (!text.isEmpty()) {
                cells.add(new GridCell(i, text, GridCell.Kind.TEXT));
            }
        }
        return List.copyOf(cells);
    }

    private static Optional<String> text(byte[] file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CHINESE)) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                return Optional.of(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                // the next one, then
            }
        }
        return Optional.empty();
    }
}
