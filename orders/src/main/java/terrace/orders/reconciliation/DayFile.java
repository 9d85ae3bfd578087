package terrace.orders.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.orders.gateway.OurNumber;

/**
 * A bank file that has passed every check it carries: day, currency, count, sums, closing balance and hash.
 *
 * @param sha256 over all bytes
 */
record DayFile(LocalDate day, List<Line> lines, long closingFen, String sha256) {

    private static final int LINE_FIELDS = 8;
    private static final int TRAILER_FIELDS = 6;

    /** One movement of money; proofs are the platform's own and leave escrow as it is. */
    record Line(int seq, Instant at, Type type, String bankRef, String ourRef, long fen, long feeFen, long balanceFen) {

        /** What must not change once a line was seen; number and balance may, as the day fills up. */
        String fingerprint(LocalDate day) {
            return day + "," + type + "," + bankRef + "," + ourRef + "," + fen + "," + feeFen;
        }

        /** What we call it; empty for what is no name of ours. */
        Optional<UUID> ourId() {
            return OurNumber.readAny(ourRef);
        }

        long inFen() {
            return type.in() ? fen : 0;
        }

        long outFen() {
            return (type.in() || type == Type.PROOF ? 0 : fen) + feeFen;
        }
    }

    /** What a line is about. */
    enum Type {
        CHARGE,
        REFUND,
        TRANSFER,
        /** A transfer that came back after a file had shown it. */
        TRANSFER_RETURN,
        /** Taken back for a payer who disputes a payment. */
        DISPUTE,
        /** Given back after the dispute was decided for the merchant. */
        DISPUTE_RETURN,
        /** From the platform's promotion account into custody: what it bears of buyers' prices. */
        TOP_UP,
        /** From custody to the platform's own account: its commission. */
        SWEEP,
        PROOF;

        /** Whether it brings money into custody. */
        boolean in() {
            return this == CHARGE || this == TRANSFER_RETURN || this == DISPUTE_RETURN || this == TOP_UP;
        }
    }

    /** Why a file is not taken in. */
    static final class Broken extends Exception {
        Broken(String why) {
            super(why);
        }
    }

    static DayFile read(byte[] bytes, LocalDate day) throws Broken {
        int trailerStart = trailerStart(bytes);
        String[] rows = new String(bytes, 0, trailerStart, StandardCharsets.UTF_8).split("\n", -1);
        String trailer = new String(bytes, trailerStart, bytes.length - trailerStart, StandardCharsets.UTF_8);
        require(rows[0].equals("bank_file,1," + day + ",CNY"), "the first line is " + rows[0]);
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < rows.length - 1; i++) {
            Line line = line(rows[i]);
            require(seen.add(line.type() + line.bankRef()), "twice in one file: " + line.bankRef());
            lines.add(line);
        }
        long closing = checkTrailer(trailer.strip().split(",", -1), lines, hash(bytes, trailerStart));
        return new DayFile(day, lines, closing, hash(bytes, bytes.length));
    }

    private static int trailerStart(byte[] bytes) throws Broken {
        int end = bytes.length - 1;
        require(end > 0 && bytes[end] == '\n', "the last line is cut off");
        int start = end;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        require(start > 0, "there is one line only");
        return start;
    }

    private static Line line(String row) throws Broken {
        String[] fields = row.split(",", -1);
        require(fields.length == LINE_FIELDS, "a line of " + fields.length + " fields: " + row);
        try {
            Type type = Type.valueOf(fields[2].toUpperCase(Locale.ROOT));
            Line line = new Line(
                    Integer.parseInt(fields[0]),
                    OffsetDateTime.parse(fields[1]).toInstant(),
                    type,
                    fields[3],
                    fields[4],
                    Long.parseLong(fields[5]),
                    Long.parseLong(fields[6]),
                    Long.parseLong(fields[7]));
            require(line.fen() > 0 && line.feeFen() >= 0 && !line.bankRef().isBlank(), "not a movement: " + row);
            return line;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Broken("not readable: " + row);
        }
    }

    private static long checkTrailer(String[] trailer, List<Line> lines, String hash) throws Broken {
        require(trailer.length == TRAILER_FIELDS && trailer[0].equals("end"), "there is no trailer");
        long in = lines.stream().mapToLong(Line::inFen).sum();
        long out = lines.stream().mapToLong(Line::outFen).sum();
        require(trailer[1].equals(Integer.toString(lines.size())), "the trailer counts " + trailer[1] + " lines");
        require(trailer[2].equals(Long.toString(in)), "the trailer says " + trailer[2] + " fen came in");
        require(trailer[3].equals(Long.toString(out)), "the trailer says " + trailer[3] + " fen went out");
        require(trailer[5].equals(hash), "the hash does not fit");
        if (!lines.isEmpty()) {
            long last = lines.getLast().balanceFen();
            require(trailer[4].equals(Long.toString(last)), "the closing balance is not the last line's");
        }
        try {
            return Long.parseLong(trailer[4]);
        } catch (NumberFormatException e) {
            throw new Broken("the closing balance is " + trailer[4]);
        }
    }

    private static void require(boolean holds, String otherwise) throws Broken {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }

    private static String hash(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
