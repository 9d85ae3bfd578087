package terrace.catalog.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as merchants fill them in. */
final class SampleSheet {
    private final String category;
    private final List<Map<Column, String>> rows = new ArrayList<>();

    /** @param category slug of a category that is there */
    SampleSheet(String category) {
        this.category = category;
    }

    SampleSheet row(String code, String sku, String price) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.CODE, code);
        cells.put(Column.TITLE, "哈尼梯田红米 " + code);
        cells.put(Column.CATEGORY, category);
        cells.put(Column.COUNTY, "云南 红河县");
        cells.put(Column.SKU, sku);
        cells.put(Column.PRICE, price);
        cells.put(Column.GRAMS, "2500");
        cells.put(Column.STOCK, "30");
        cells.put(Column.SHELF_LIFE, "365");
        cells.put(Column.STORAGE, "常温");
        cells.put(Column.PERISHABLE, "否");
        cells.put(Column.VAT, "自产免税");
        rows.add(cells);
        return this;
    }

    SampleSheet with(Column column, String text) {
        rows.getLast().put(column, text);
        return this;
    }

    byte[] xlsx() {
        return workbook(sheet -> {
            for (Column column : Column.values()) {
                sheet.value(0, column.place(), column.heading());
            }
            for (int at = 0; at < rows.size(); at++) {
                int row = at + 1;
                rows.get(at).forEach((column, text) -> sheet.value(row, column.place(), text));
            }
        });
    }

    String csv() {
        StringBuilder text = new StringBuilder();
        List<Column> columns = List.of(Column.values());
        text.append(String.join(",", columns.stream().map(Column::heading).toList()))
                .append("\r\n");
        rows.forEach(row -> text.append(String.join(
                        ",",
                        columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList()))
                .append("\r\n"));
        return text.toString();
    }

    static byte[] workbook(Consumer<Worksheet> filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            filling.accept(workbook.newWorksheet("商品"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
