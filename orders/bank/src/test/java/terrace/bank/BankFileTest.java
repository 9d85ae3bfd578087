package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BankFileTest {
    @RegisterExtension
    final OpenBank bank = new OpenBank();

    private LocalDate today() throws Exception {
        long now = bank.customer().get("/__bank/clock").json().path("now").asLong();
        return Instant.ofEpochSecond(now).atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    private String file(LocalDate day) throws Exception {
        return bank.customer().get("/v1/bank_files/" + day).body();
    }

    @Test
    void the_sums_the_running_balance_and_the_digest_hold() throws Exception {
        // noon of tomorrow, so that the test cannot run across midnight
        bank.customer().postJson("/__bank/clock", "{\"offset_seconds\":" + secondsToNoonOfTomorrow() + "}");
        LocalDate day = today();
        String intent = bank.customer().pay("p1", 1250);
        bank.customer().pay("p2", 800);
        bank.customer().refund("r1", intent, 250);
        bank.customer().transfer("t1", 1000);
        String file = file(day);

        List<String> lines = file.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("bank_file,1," + day + ",CNY");
        assertThat(lines.subList(1, 5))
                .extracting(line -> line.replaceAll("^(\\d+),[^,]+,(\\w+),[a-z]+_[^,]+,", "$1 $2 "))
                .containsExactly(
                        "1 charge p1,1250,0,1250",
                        "2 charge p2,800,0,2050",
                        "3 refund r1,250,0,1800",
                        "4 transfer t1,1000,0,800");
        String trailer = lines.getLast();
        byte[] before = file.substring(0, file.indexOf(trailer)).getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(before));
        assertThat(trailer).isEqualTo("end,4,2050,1250,800," + digest);
    }

    @Test
    void a_day_starts_with_the_balance_of_the_day_before() throws Exception {
        bank.customer().postJson("/__bank/clock", "{\"offset_seconds\":" + secondsToNoonOfTomorrow() + "}");
        LocalDate day = today();
        bank.customer().pay("p1", 1250);
        bank.customer().postJson("/__bank/clock", "{\"offset_seconds\":" + (secondsToNoonOfTomorrow() + 86_400) + "}");
        bank.customer().transfer("t1", 1000);

        assertThat(file(day)).contains("\nend,1,1250,0,1250,");
        assertThat(file(day.plusDays(1))).contains(",1000,0,250\n").contains("\nend,1,0,1000,250,");
        assertThat(file(day.plusDays(2))).contains("\nend,0,0,0,250,");
    }

    private static long secondsToNoonOfTomorrow() {
        long secondOfDay = (System.currentTimeMillis() / 1000 + 8 * 3600) % 86_400;
        return 86_400 + 43_200 - secondOfDay;
    }
}
