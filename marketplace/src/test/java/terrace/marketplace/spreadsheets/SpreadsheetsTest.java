package terrace.marketplace.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class SpreadsheetsTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Spreadsheets spreadsheets = new Spreadsheets(new CsvReading());

    @Test
    void csv_is_read_in_every_coding_and_a_formula_in_it_is_a_word() {
        String csv = "订单号,运单号\n2611200000000001,1.23E+15\n\n'=1+1,=2+2\n";
        for (byte[] file : List.of(
                csv.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8),
                csv.getBytes(Charset.forName("GBK")))) {
            List<GridRow> rows = ((Grid.Rows) spreadsheets.read(file, 10)).rows();
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().cells().getFirst().text()).isEqualTo("订单号");
            assertThat(rows.get(1).cells()).extracting(GridCell::mangled).containsExactly(false, true);
            assertThat(rows.getLast().cells()).extracting(GridCell::text).containsExactly("=1+1", "=2+2");
        }
    }

    @Test
    void a_number_longer_than_a_spreadsheet_keeps_is_mangled() {
        assertThat(new GridCell(0, "2611200000000000", GridCell.Kind.NUMBER).mangled())
                .isTrue();
        assertThat(new GridCell(0, "2611200000000001", GridCell.Kind.TEXT).mangled())
                .isFalse();
        assertThat(new GridCell(0, "123456789012", GridCell.Kind.NUMBER).mangled())
                .isFalse();
    }

    @Test
    void what_is_no_sheet_is_refused_whatever_it_is_called() throws IOException {
        assertThat(why(new byte[] {1, 2, 3, 0})).isEqualTo(Why.NOT_A_SHEET);
        assertThat(why(zip("readme.txt", 10))).isEqualTo(Why.NOT_A_SHEET);
        assertThat(why(new byte[0])).isEqualTo(Why.NO_ROWS);
        assertThat(why(",".repeat(100).getBytes(StandardCharsets.UTF_8))).isEqualTo(Why.TOO_MANY_COLUMNS);
        assertThat(why("a\n".repeat(12).getBytes(StandardCharsets.UTF_8))).isEqualTo(Why.TOO_MANY_ROWS);
    }

    @Test
    void too_much_is_refused_at_once() throws IOException {
        byte[] large = new byte[100 * 1024 * 1024];
        byte[] bomb = zip("[Content_Types].xml", 10 * ZipGuard.UNPACKED_BYTES_MAX);
        long begun = System.nanoTime();
        assertThat(why(large)).isEqualTo(Why.TOO_LARGE);
        assertThat(why(bomb)).isEqualTo(Why.UNPACKS_TOO_LARGE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
    }

    @Test
    void an_entry_that_is_there_twice_is_refused() throws IOException {
        assertThat(ZipGuard.trouble(twiceTheSame())).contains(Why.TORN);
        assertThat(ZipGuard.trouble(zip("[Content_Types].xml", 10))).isEmpty();
    }

    /** Two entries of one name, which no honest program writes: the second is renamed in the bytes. */
    private static byte[] twiceTheSame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("[Content_Types].xml", "[Content_Types].xm2")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        }
        String bytes = out.toString(StandardCharsets.ISO_8859_1).replace(".xm2", ".xml");
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String name, long size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (long left = size; left > 0; left -= block.length) {
                zip.write(block, 0, (int) Math.min(left, block.length));
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private Why why(byte[] file) {
        return ((Grid.Unreadable) spreadsheets.read(file, 10)).why();
    }
}
