package terrace.catalog.sheets;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads CSV in UTF-8, with or without a mark, or in GB 18030, which covers the GBK that Chinese spreadsheets write. */
@Singleton
class CsvReading {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final int FIELD_CHARS_MAX = 32_768;

    Reading read(byte[] file) {
        Optional<String> text = text(file);
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return new Reading.Unreadable(Why.NOT_A_SHEET);
        }
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().maxBufferSize(FIELD_CHARS_MAX * 4).ofCsvRecord(text.get())) {
            return rows(records);
        } catch (CsvParseException | IOException e) {
            return new Reading.Unreadable(Why.TORN);
        }
    }

    private static Reading rows(CsvReader<CsvRecord> records) {
        List<Optional<Column>> columns = new ArrayList<>();
        List<SheetRow> found = new ArrayList<>();
        int number = 0;
        for (CsvRecord record : records) {
            number++;
            if (columns.isEmpty()) {
                record.getFields().forEach(field -> columns.add(Column.byHeading(field)));
                if (!columns.contains(Optional.of(Column.CODE)) || !columns.contains(Optional.of(Column.TITLE))) {
                    return new Reading.Unreadable(Why.HEADINGS_MISSING);
                }
                continue;
            }
            Map<Column, String> cells = cells(record, columns);
            if (!cells.isEmpty()) {
                found.add(new SheetRow(number, cells, List.of()));
            }
            if (found.size() > SheetReader.ROWS_MAX) {
                return new Reading.Unreadable(Why.TOO_MANY_ROWS);
            }
        }
        return found.isEmpty() ? new Reading.Unreadable(Why.NO_ROWS) : new Reading.Rows(List.copyOf(found));
    }

    private static Map<Column, String> cells(CsvRecord record, List<Optional<Column>> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(record.getFieldCount(), columns.size()); i++) {
            String field = record.getField(i).strip();
            if (columns.get(i).isPresent() && !field.isEmpty()) {
                // what we wrote harmless, with an apostrophe before it, reads as it was
                cells.put(columns.get(i).get(), field.startsWith("'") ? field.substring(1) : field);
            }
        }
        return cells;
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
