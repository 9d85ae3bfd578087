package terrace.bank.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The daily file of one business day: a header, one line per movement with the running escrow balance, and a trailer
 * with count, sums, closing balance and the SHA-256 of every byte before the trailer.
 */
public final class BankFile {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BankFile() {}

    /** Lines stand in order of time, then of the book: the demo may have set the bank's clock back in between. */
    public static String of(LocalDate day, List<Posting> postings) {
        StringBuilder file = new StringBuilder(256);
        file.append("bank_file,1,").append(day).append(",CNY\n");
        long balance = 0;
        long lines = 0;
        long in = 0;
        long out = 0;
        List<Posting> ordered = postings.stream()
                .sorted(Comparator.comparingLong(Posting::atMillis).thenComparingLong(Posting::seq))
                .toList();
        for (Posting p : ordered) {
            LocalDate posted = dayOf(p);
            if (posted.isAfter(day)) {
                break;
            }
            balance += p.inFen() - p.outFen();
            if (posted.equals(day)) {
                lines++;
                in += p.inFen();
                out += p.outFen();
                line(file, p, balance);
            }
        }
        String digest = sha256(file.toString());
        return file.append("end,%d,%d,%d,%d,%s\n".formatted(lines, in, out, balance, digest))
                .toString();
    }

    private static void line(StringBuilder file, Posting p, long balance) {
        file.append(p.seq())
                .append(',')
                .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.ofEpochMilli(p.atMillis()).atZone(ZONE)))
                .append(',')
                .append(p.kind().word())
                .append(',')
                .append(p.bankRef())
                .append(',')
                .append(p.ourRef())
                .append(',')
                .append(p.amountFen())
                .append(',')
                .append(p.feeFen())
                .append(',')
                .append(balance)
                .append('\n');
    }

    private static LocalDate dayOf(Posting p) {
        return Instant.ofEpochMilli(p.atMillis()).atZone(ZONE).toLocalDate();
    }

    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
