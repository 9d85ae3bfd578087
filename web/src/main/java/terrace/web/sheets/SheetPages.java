package terrace.web.sheets;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.sheets.SheetFault;
import terrace.catalog.sheets.SheetImport;
import terrace.catalog.sheets.SheetRow;
import terrace.catalog.sheets.Sheets;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Says in words what a sheet is worth. */
@Singleton
class SheetPages {
    private static final int SHEETS_SHOWN = 20;
    private static final int BAD_ROWS_SHOWN = 100;

    private final Sheets sheets;
    private final Sights sights;
    private final Words words;

    SheetPages(Sheets sheets, Sights sights, Words words) {
        this.sheets = sheets;
        this.sights = sights;
        this.words = words;
    }

    ListPage list(Language language, UUID merchantId, Form form) {
        return new ListPage(
                form,
                sheets.newest(merchantId, SHEETS_SHOWN).stream()
                        .map(sheet -> line(language, sheet))
                        .toList(),
                Sheets.ROWS_MAX,
                Sheets.FILE_BYTES_MAX / (1024 * 1024));
    }

    private Line line(Language language, SheetImport sheet) {
        return new Line(
                sheet.id(),
                sights.time(sheet.receivedAt()),
                words.say(language, "sheets.state." + sheet.state().name()),
                sheet.rowsTotal(),
                sheet.rowsBad());
    }

    /** @param problem key of a sentence about what could not be done */
    SheetView sheet(Language language, SheetImport sheet, @Nullable String problem) {
        List<SheetRow> bad = sheets.badRows(sheet.id(), 0, BAD_ROWS_SHOWN);
        return new SheetView(
                line(language, sheet),
                sheet.state().name(),
                sheet.rowsDone(),
                sheet.rowsTotal() - sheet.rowsBad(),
                bad.stream().map(row -> bad(language, row)).toList(),
                problem);
    }

    private Bad bad(Language language, SheetRow row) {
        return new Bad(
                row.number(),
                row.faults().stream().map(fault -> sentence(language, fault)).toList());
    }

    String sentence(Language language, SheetFault fault) {
        return words.say(
                language,
                "sheets.fault." + fault.reason().name(),
                fault.column().heading(),
                fault.detail());
    }

    record Line(UUID id, String at, String state, int rows, int bad) {}

    record ListPage(Form form, List<Line> sheets, int rowsMax, int megabytesMax) {}

    record Bad(int number, List<String> sentences) {}

    record SheetView(
            Line line,
            String state,
            int done,
            int good,
            List<Bad> bad,
            @Nullable String problem) {}
}
