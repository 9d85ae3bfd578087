package terrace.orders.shipments;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import terrace.orders.fulfilment.Courier;

/** Writes sheets: cells of text, so that no spreadsheet turns a number of sixteen digits into another one. */
final class ShipmentWriter {
    private static final String SHEET = "发货";
    private static final String LISTS = "选项";
    private static final String REASONS = "需要修改";
    private static final int REASONS_WIDTH = 60;
    private static final String TEXT = "@";
    private static final String MARKED = "FDE8E8";

    private ShipmentWriter() {}

    static void labels(List<Map<ShipmentColumn, String>> rows, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Terrace", "1.0")) {
            Worksheet sheet = headed(workbook);
            for (int at = 0; at < rows.size(); at++) {
                cells(sheet, at + 1, rows.get(at));
            }
            couriers(workbook, sheet, Math.max(1, rows.size()));
        }
    }

    static void bad(List<ShipmentRow> rows, Function<ShipmentFault, String> sentences, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Terrace", "1.0")) {
            Worksheet sheet = headed(workbook);
            int reasons = ShipmentColumn.values().length;
            sheet.value(0, reasons, REASONS);
            sheet.style(0, reasons).bold().set();
            sheet.width(reasons, REASONS_WIDTH);
            int at = 1;
            for (ShipmentRow row : rows) {
                Map<ShipmentColumn, String> cells = new EnumMap<>(ShipmentColumn.class);
                cells.put(ShipmentColumn.ORDER, row.order());
                cells.put(ShipmentColumn.COURIER, row.courier());
                cells.put(ShipmentColumn.TRACKING, row.tracking());
                cells(sheet, at, cells);
                for (ShipmentFault fault : row.faults()) {
                    sheet.style(at, fault.column().place())
                            .fillColor(MARKED)
                            .format(TEXT)
                            .set();
                }
                sheet.value(at, reasons, row.faults().stream().map(sentences).collect(Collectors.joining("；")));
                at++;
            }
            couriers(workbook, sheet, Math.max(1, rows.size()));
        }
    }

    private static Worksheet headed(Workbook workbook) {
        Worksheet sheet = workbook.newWorksheet(SHEET);
        for (ShipmentColumn column : ShipmentColumn.values()) {
            sheet.value(0, column.place(), column.heading());
            sheet.style(0, column.place()).bold().set();
            sheet.width(column.place(), column.width());
        }
        sheet.freezePane(1, 1);
        return sheet;
    }

    /** Everything as text: what begins with = or @ is a word like any other. */
    private static void cells(Worksheet sheet, int at, Map<ShipmentColumn, String> cells) {
        for (ShipmentColumn column : ShipmentColumn.values()) {
            String text = cells.getOrDefault(column, "");
            if (!text.isEmpty()) {
                sheet.value(at, column.place(), text);
            }
            sheet.style(at, column.place()).format(TEXT).set();
        }
    }

    private static void couriers(Workbook workbook, Worksheet sheet, int rows) {
        List<String> names =
                Arrays.stream(Courier.values()).map(Courier::nameZh).toList();
        Worksheet lists = workbook.newWorksheet(LISTS);
        lists.setVisibilityState(VisibilityState.HIDDEN);
        for (int at = 0; at < names.size(); at++) {
            lists.value(at, 0, names.get(at));
        }
        int place = ShipmentColumn.COURIER.place();
        sheet.range(1, place, rows, place).validateWithList(lists.range(0, 0, names.size() - 1, 0));
    }
}
