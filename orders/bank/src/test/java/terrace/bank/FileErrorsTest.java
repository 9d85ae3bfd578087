package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import terrace.bank.book.BankFile;

/** Files with errors: well-formed, wrong in the one place they were told, and right again when the bank finds it. */
class FileErrorsTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    private LocalDate day = LocalDate.EPOCH;

    @BeforeEach
    void threePayments() throws Exception {
        long secondOfDay = (System.currentTimeMillis() / 1000 + 8 * 3600) % 86_400;
        long noon = 86_400 + 43_200 - secondOfDay;
        bank.customer().postJson("/__bank/clock", "{\"offset_seconds\":" + noon + "}");
        long now = bank.customer().get("/__bank/clock").json().path("now").asLong();
        day = Instant.ofEpochSecond(now).atZone(BankFile.ZONE).toLocalDate();
        bank.customer().pay("p1", 100);
        bank.customer().pay("p2", 200);
        bank.customer().pay("p3", 300);
    }

    private void wrong(String kind, int seq) throws Exception {
        String json = "{\"kind\":\"%s\",\"day\":\"%s\",\"seq\":%d}".formatted(kind, day, seq);
        assertThat(bank.customer().postJson("/__bank/file-errors", json).status())
                .isEqualTo(200);
    }

    /** What each line says of whose money, the head and the end left out; the end must fit what stands before it. */
    private List<String> shown(LocalDate of) throws Exception {
        String file = bank.customer().get("/v1/bank_files/" + of).body();
        List<String> lines = file.lines().toList();
        String before = file.substring(0, file.indexOf(lines.getLast()));
        assertThat(lines.getLast()).endsWith("," + BankFile.sha256(before)).startsWith("end," + (lines.size() - 2));
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> line.split(",", -1))
                .map(parts -> parts[4] + "=" + parts[5])
                .toList();
    }

    @Test
    void each_kind_of_error_shows_and_goes_away() throws Exception {
        List<String> right = List.of("p1=100", "p2=200", "p3=300");
        assertThat(shown(day)).isEqualTo(right);
        wrong("missing", 2);
        assertThat(shown(day)).containsExactly("p1=100", "p3=300");
        heal();
        wrong("amount_more", 2);
        wrong("amount_less", 3);
        assertThat(shown(day)).containsExactly("p1=100", "p2=201", "p3=299");
        heal();
        wrong("duplicate", 1);
        assertThat(shown(day)).containsExactlyInAnyOrder("p1=100", "p1=100", "p2=200", "p3=300");
        heal();
        wrong("other_day", 2);
        assertThat(shown(day)).containsExactly("p1=100", "p3=300");
        assertThat(shown(day.plusDays(1))).containsExactly("p2=200");
        heal();
        wrong("extra", 0);
        assertThat(shown(day)).hasSize(4).anyMatch(line -> line.endsWith("=888"));
        heal();
        assertThat(shown(day)).isEqualTo(right);
        assertThat(bank.customer().get("/v1/balance").json().path("escrow_fen").asLong())
                .as("the book was right all along")
                .isEqualTo(600);
    }

    private void heal() throws Exception {
        bank.customer().delete("/__bank/file-errors");
    }
}
