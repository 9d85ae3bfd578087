package terrace.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String HEAD = "bank_file,1,2026-11-20,CNY\n";
    private static final String CHARGE = "1,2026-11-20T10:00:00+08:00,charge,ch_1,p,14200,0,14200\n";
    private static final String TRANSFER = "2,2026-11-20T11:00:00+08:00,transfer,tr_1,o,200,0,14000\n";

    @Test
    void a_file_that_keeps_its_promises_is_read() throws Exception {
        DayFile file = DayFile.read(file(HEAD + CHARGE + TRANSFER, "end,2,14200,200,14000,"), DAY);
        assertThat(file.lines()).hasSize(2);
        assertThat(file.closingFen()).isEqualTo(14_000);
        assertThat(DayFile.read(file(HEAD, "end,0,0,0,500,"), DAY).lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "end,1,14200,200,14000,",
                "end,2,14201,200,14000,",
                "end,2,14200,0,14000,",
                "end,2,14200,200,14001,",
                "fin,2,1,1,1,"
            })
    void a_trailer_that_does_not_fit_breaks_it(String trailer) throws Exception {
        byte[] bytes = file(HEAD + CHARGE + TRANSFER, trailer);
        assertThatThrownBy(() -> DayFile.read(bytes, DAY)).isInstanceOf(DayFile.Broken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14200,0,14200|1.5,0,14200",
                "charge|bonus",
                "10:00:00|25:00:00",
                "14200,0|-14200,0",
                ",p,|,p,q,",
                "ch_1|''"
            })
    void a_line_that_is_no_movement_breaks_it(String from, String to) throws Exception {
        byte[] bytes = file(HEAD + CHARGE.replace(from, to), "end,1,14200,0,14200,");
        assertThatThrownBy(() -> DayFile.read(bytes, DAY)).isInstanceOf(DayFile.Broken.class);
    }

    @Test
    void a_file_cut_off_changed_or_of_another_day_is_broken() throws Exception {
        byte[] whole = file(HEAD + CHARGE, "end,1,14200,0,14200,");
        for (int length : new int[] {0, 1, HEAD.length(), whole.length - 1, whole.length - 30}) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> DayFile.read(cut, DAY)).isInstanceOf(DayFile.Broken.class);
        }
        byte[] changed = new String(whole, StandardCharsets.UTF_8)
                .replace("ch_1", "ch_2")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DayFile.read(changed, DAY)).hasMessageContaining("hash");
        assertThatThrownBy(() -> DayFile.read(whole, DAY.plusDays(1))).hasMessageContaining("first line");
        byte[] twice = file(HEAD + CHARGE + CHARGE, "end,2,28400,0,14200,");
        assertThatThrownBy(() -> DayFile.read(twice, DAY)).hasMessageContaining("twice");
    }

    private static byte[] file(String body, String trailer) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        return (body + trailer + HexFormat.of().formatHex(hash) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
