package terrace.web.shipping;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.spreadsheets.Spreadsheets;
import terrace.orders.desk.OrderDesk;
import terrace.orders.shipments.Labels;
import terrace.orders.shipments.ShipmentFault;
import terrace.orders.shipments.ShipmentRow;
import terrace.orders.shipments.ShipmentSheet;
import terrace.orders.shipments.ShipmentSheets;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Says in words what a sheet of tracking numbers is worth. */
@Singleton
class ShipmentPages {
    private static final int SHEETS_SHOWN = 20;
    private static final int MEGABYTE = 1024 * 1024;

    private final ShipmentSheets sheets;
    private final OrderDesk desk;
    private final Sights sights;
    private final Words words;

    ShipmentPages(ShipmentSheets sheets, OrderDesk desk, Sights sights, Words words) {
        this.sheets = sheets;
        this.desk = desk;
        this.sights = sights;
        this.words = words;
    }

    ListPage list(UUID merchantId, Form form) {
        return new ListPage(
                form,
                sheets.newest(merchantId, SHEETS_SHOWN).stream().map(this::line).toList(),
                desk.tally(merchantId).toShip() > 0,
                ShipmentSheets.ROWS_MAX,
                Spreadsheets.FILE_BYTES_MAX / MEGABYTE,
                Labels.LEAVE.toMinutes());
    }

    SheetPage sheet(Language language, ShipmentSheet sheet) {
        return new SheetPage(
                line(sheet),
                sheets.badRows(sheet.merchantId(), sheet.id()).stream()
                        .map(row -> bad(language, row))
                        .toList());
    }

    private Line line(ShipmentSheet sheet) {
        return new Line(
                sheet.id(),
                sights.time(sheet.receivedAt()),
                sheet.total(),
                sheet.open(),
                sheet.shipped(),
                sheet.same(),
                sheet.bad());
    }

    private Bad bad(Language language, ShipmentRow row) {
        return new Bad(
                row.number(),
                row.order(),
                row.faults().stream().map(fault -> sentence(language, fault)).toList());
    }

    String sentence(Language language, ShipmentFault fault) {
        return words.say(
                language,
                "desk.sheet.fault." + fault.reason().name(),
                fault.column().heading());
    }

    record Line(UUID id, String at, int total, int open, int shipped, int same, int bad) {}

    /** @param any whether there is anything to be sent */
    record ListPage(Form form, List<Line> sheets, boolean any, int rowsMax, int megabytesMax, long minutes) {}

    record Bad(int number, String order, List<String> sentences) {}

    record SheetPage(Line line, List<Bad> bad) {}
}
