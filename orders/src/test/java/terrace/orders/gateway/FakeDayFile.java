package terrace.orders.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import terrace.marketplace.clock.Clock;

/** The daily file of the bank in memory. */
final class FakeDayFile {

    private FakeDayFile() {}

    /** @param written how it names our ids */
    static String of(LocalDate day, Clock clock, List<BankBook.Entry> book, UnaryOperator<String> written) {
        StringBuilder file = new StringBuilder("bank_file,1," + day + ",CNY").append('\n');
        long balance = 0;
        long in = 0;
        long out = 0;
        int lines = 0;
        for (BankBook.Entry e : book) {
            if (clock.dayOf(e.at()).isAfter(day)) {
                continue;
            }
            balance += e.signed();
            if (clock.dayOf(e.at()).equals(day)) {
                lines++;
                in += e.inFen();
                out += e.outFen();
                file.append("%d,%s,%s,%s,%s,%d,%d,%d"
                                .formatted(
                                        e.seq(),
                                        OffsetDateTime.ofInstant(e.at(), Clock.ZONE),
                                        e.type(),
                                        e.bankRef(),
                                        written.apply(e.ourRef()),
                                        e.fen(),
                                        e.feeFen(),
                                        balance))
                        .append('\n');
            }
        }
        String hash = sha256(file.toString());
        return file.append("end,%d,%d,%d,%d,%s".formatted(lines, in, out, balance, hash))
                .append('\n')
                .toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
