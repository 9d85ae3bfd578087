package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Sql;

/** Posts what a bank file shows, a piece at a time: each line matched, different or unknown, and the money moved. */
@Singleton
class FilePosting {

    private static final String LINES = """
            insert into orders.bank_line (day, seq, file_id, at, type, bank_ref, our_ref, our_id, fen, fee_fen,
                balance_fen, outcome)
            select ?::date, l.seq::int, ?, l.at, l.type, l.bank_ref, l.our_ref, l.our_id, l.fen, l.fee, l.balance,
                l.outcome
            from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::text[])
                l (seq, at, type, bank_ref, our_ref, our_id, fen, fee, balance, outcome)""";

    /**
     * By type too, as the index is, and each for itself: a join of both would read all lines there are for each piece,
     * as long as nothing is known about a table that has just been filled.
     */
    private static final String FINGERPRINTS = """
            select concat_ws(',', known.day, known.type, known.bank_ref, known.our_ref, known.fen, known.fee_fen)
            from unnest(?::text[], ?::text[]) asked (type, bank_ref)
            cross join lateral (
                select * from orders.bank_line l
                where l.type = asked.type and l.bank_ref = asked.bank_ref limit 1) known""";

    private final BankRecords records;
    private final Matching matching;
    private final Ledger ledger;
    private final Sql sql;
    private final Clock clock;

    FilePosting(BankRecords records, Matching matching, Ledger ledger, Sql sql, Clock clock) {
        this.records = records;
        this.matching = matching;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
    }

    /** What a piece of a file brought. */
    record Posted(int lines, int differences) {}

    /** Keeps that a file was taken in; the same bytes again are the same file. */
    @Transactional
    UUID keep(DayFile file, String fileKey, String actor) {
        UUID id = Ids.next();
        int kept = records.insertFile(
                id, file.day(), file.sha256(), fileKey, file.lines().size(), file.closingFen(), clock.now(), actor);
        return kept == 1
                ? id
                : records.file(file.day(), file.sha256()).orElseThrow().id();
    }

    /** The lines that were not posted before. */
    @Transactional
    List<DayFile.Line> fresh(LocalDate day, List<DayFile.Line> piece) throws DayFile.Broken {
        Set<String> known = new HashSet<>(sql.list(
                FINGERPRINTS,
                row -> row.getString(1),
                texts(piece, line -> line.type().name()),
                texts(piece, DayFile.Line::bankRef)));
        Set<String> knownRefs = new HashSet<>();
        known.forEach(print ->
                knownRefs.add(String.join(",", List.of(print.split(",")).subList(1, 3))));
        List<DayFile.Line> fresh = new ArrayList<>();
        for (DayFile.Line line : piece) {
            if (!known.contains(line.fingerprint(day))) {
                if (knownRefs.contains(line.type() + "," + line.bankRef())) {
                    throw new DayFile.Broken("a line has changed since it was first seen: " + line.bankRef());
                }
                fresh.add(line);
            }
        }
        return fresh;
    }

    /** Posts one piece of a file, without the lines that were posted before; one taking-in at a time, on all nodes. */
    @Transactional
    Posted post(UUID fileId, LocalDate day, List<DayFile.Line> piece) throws DayFile.Broken {
        records.takeTurn();
        List<DayFile.Line> fresh = fresh(day, piece);
        return new Posted(fresh.size(), fresh.isEmpty() ? 0 : postFresh(fileId, day, fresh));
    }

    private int postFresh(UUID fileId, LocalDate day, List<DayFile.Line> piece) {
        Map<DayFile.Line, Match> matches = matching.of(piece, day);
        List<Journal> journals = new ArrayList<>();
        int differences = 0;
        for (DayFile.Line line : piece) {
            @Nullable Match match = matches.get(line);
            if (match == null) {
                journals.add(LineJournals.unknown(line));
            } else if (!match.posted()) {
                journals.add(LineJournals.known(line, match));
            }
            if (line.feeFen() > 0) {
                journals.add(LineJournals.fee(line));
            }
            if (!outcome(line, match).equals("MATCHED")) {
                differences++;
                differs(line, day, match);
            }
        }
        insert(fileId, day, piece, matches);
        ledger.post(journals);
        return differences;
    }

    private static String outcome(DayFile.Line line, @Nullable Match match) {
        return match == null ? "UNKNOWN" : match.ourFen() == line.fen() ? "MATCHED" : "DIFFERENT";
    }

    private void insert(UUID fileId, LocalDate day, List<DayFile.Line> piece, Map<DayFile.Line, Match> matches) {
        sql.change(
                LINES,
                day,
                fileId,
                numbers(piece, line -> (long) line.seq()),
                texts(piece, line -> line.at().toString()),
                texts(piece, line -> line.type().name()),
                texts(piece, DayFile.Line::bankRef),
                texts(piece, DayFile.Line::ourRef),
                piece.stream().map(line -> line.ourId().orElse(null)).toArray(UUID[]::new),
                numbers(piece, DayFile.Line::fen),
                numbers(piece, DayFile.Line::feeFen),
                numbers(piece, DayFile.Line::balanceFen),
                texts(piece, line -> outcome(line, matches.get(line))));
    }

    private static Long[] numbers(List<DayFile.Line> piece, Function<DayFile.Line, Long> part) {
        return piece.stream().map(part).toArray(Long[]::new);
    }

    private static String[] texts(List<DayFile.Line> piece, Function<DayFile.Line, String> part) {
        return piece.stream().map(part).toArray(String[]::new);
    }

    private void differs(DayFile.Line line, LocalDate day, @Nullable Match match) {
        Difference.Kind kind = match == null ? Difference.Kind.MISSING_HERE : Difference.Kind.AMOUNT_DIFFERS;
        String ourRef = match == null ? line.bankRef() : line.ourRef();
        long ourFen = match == null ? 0 : match.ourFen();
        records.insertDifference(Ids.next(), kind, line.type().name(), ourRef, line.fen(), ourFen, day, clock.now());
    }
}
