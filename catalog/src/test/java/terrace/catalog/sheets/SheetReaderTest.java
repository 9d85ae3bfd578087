package terrace.catalog.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import terrace.catalog.sheets.SheetFault.Reason;
import terrace.marketplace.spreadsheets.Why;

@MicronautTest(transactional = false)
class SheetReaderTest {
    @Inject
    SheetReader reader;

    @Test
    void a_workbook_is_read_row_by_row() {
        List<SheetRow> rows =
                rows(new SampleSheet("rice").row("A-1", "5斤袋装", "62.50").xlsx());
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isEqualTo(2);
        assertThat(rows.getFirst().cell(Column.PRICE)).isEqualTo("62.50");
    }

    @Test
    void csv_is_read_as_windows_and_as_everybody_else_writes_it() {
        String csv = new SampleSheet("rice").row("A-1", "5斤袋装", "62.50").csv();
        for (byte[] file : List.of(
                csv.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8),
                csv.getBytes(Charset.forName("GBK")))) {
            assertThat(rows(file).getFirst().cell(Column.SKU)).isEqualTo("5斤袋装");
        }
    }

    @Test
    void a_code_that_became_a_number_and_a_formula_are_said_at_their_cell() {
        byte[] file = SampleSheet.workbook(sheet -> {
            sheet.value(0, 0, Column.CODE.heading());
            sheet.value(0, 1, Column.TITLE.heading());
            sheet.value(0, 2, Column.PRICE.heading());
            sheet.value(1, 0, 1.23E15);
            sheet.formula(1, 2, "1+1");
            sheet.value(2, 0, 4711);
        });
        List<SheetRow> rows = rows(file);
        assertThat(rows.get(0).faults()).extracting(SheetFault::reason).contains(Reason.FORMULA);
        assertThat(rows.get(1).cell(Column.CODE)).isEqualTo("4711");
    }

    @Test
    void what_is_no_sheet_of_goods_is_refused() {
        assertThat(why("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Why.HEADINGS_MISSING);
        assertThat(why(new SampleSheet("rice").xlsx())).isEqualTo(Why.NO_ROWS);
        byte[] whole = new SampleSheet("rice").row("A", "b", "1").xlsx();
        assertThat(why(Arrays.copyOf(whole, whole.length / 2))).isIn(Why.TORN, Why.NOT_A_SHEET);
    }

    @Test
    void too_much_is_refused() {
        byte[] wide = SampleSheet.workbook(sheet -> {
            for (int column = 0; column < 16_384; column++) {
                sheet.value(0, column, "x" + column);
            }
        });
        assertThat(why(wide)).isEqualTo(Why.TOO_MANY_COLUMNS);
        SampleSheet many = new SampleSheet("rice");
        for (int row = 0; row <= SheetReader.ROWS_MAX; row++) {
            many.row("A-" + row, "s", "1");
        }
        assertThat(why(many.xlsx())).isEqualTo(Why.TOO_MANY_ROWS);
    }

    private List<SheetRow> rows(byte[] file) {
        return ((Reading.Rows) reader.read(file)).rows();
    }

    private Why why(byte[] file) {
        return ((Reading.Unreadable) reader.read(file)).why();
    }
}
