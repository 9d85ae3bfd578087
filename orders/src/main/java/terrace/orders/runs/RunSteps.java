package terrace.orders.runs;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.Invariant;
import terrace.orders.ledger.Sql;
import terrace.orders.runs.RunLine.Held;
import terrace.orders.settlement.Owed;
import terrace.orders.settlement.Settlement;

/** What the database decides about a run, each step one transaction. */
@Singleton
class RunSteps {

    /** Thousands of merchants are written at once. */
    private static final String INSERT_LINES = """
            insert into orders.settlement_line (run_id, merchant_id, available_fen, debt_fen, fen, held)
            select ?::uuid, * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])""";

    private static final String SUBJECT = "settlement-run:";

    private final RunRecords records;
    private final Settlement settlement;
    private final BooksCheck books;
    private final Sql sql;
    private final Audit audit;
    private final Clock clock;

    RunSteps(RunRecords records, Settlement settlement, BooksCheck books, Sql sql, Audit audit, Clock clock) {
        this.records = records;
        this.settlement = settlement;
        this.books = books;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Drafting draft(UUID by, long capFen, long merchantCapFen) {
        UUID id = Ids.next();
        List<RunLine> lines = lines(id, capFen, merchantCapFen);
        List<RunLine> paid = lines.stream().filter(line -> line.fen() > 0).toList();
        long fen = paid.stream().mapToLong(RunLine::fen).sum();
        if (paid.isEmpty()) {
            return new Drafting.NothingToPay();
        }
        if (records.draft(id, paid.size(), fen, capFen, merchantCapFen, by, clock.now()) == 0) {
            // one that ended meanwhile has paid: what is owed is another sum now
            return records.open()
                    .<Drafting>map(Drafting.AnotherOpen::new)
                    .orElseGet(() -> draft(by, capFen, merchantCapFen));
        }
        write(id, lines);
        audit.record(by.toString(), "run.drafted", SUBJECT + id, Map.of("fen", Long.toString(fen)));
        return new Drafting.Drafted(records.byId(id).orElseThrow());
    }

    private void write(UUID id, List<RunLine> lines) {
        sql.change(
                INSERT_LINES,
                id,
                lines.stream().map(RunLine::merchantId).toArray(UUID[]::new),
                lines.stream().map(RunLine::availableFen).toArray(Long[]::new),
                lines.stream().map(RunLine::debtFen).toArray(Long[]::new),
                lines.stream().map(RunLine::fen).toArray(Long[]::new),
                lines.stream()
                        .map(line -> line.held() == null ? null : line.held().name())
                        .toArray(String[]::new));
    }

    private List<RunLine> lines(UUID id, long capFen, long merchantCapFen) {
        List<RunLine> lines = new ArrayList<>();
        long left = capFen;
        for (Owed one : settlement.owed()) {
            long fen = Math.min(one.payableFen(), merchantCapFen);
            Optional<Held> held = held(one, fen > left);
            long paid = held.isPresent() ? 0 : fen;
            left -= paid;
            lines.add(new RunLine(id, one.merchantId(), one.fen(), one.debtFen(), paid, held.orElse(null)));
        }
        return lines;
    }

    private static Optional<Held> held(Owed one, boolean tooMuch) {
        if (!one.accountProven()) {
            return Optional.of(Held.UNPROVEN);
        }
        if (!one.payoutAllowed()) {
            return Optional.of(Held.STOPPED);
        }
        if (one.payableFen() == 0) {
            return Optional.of(Held.OWES);
        }
        return tooMuch ? Optional.of(Held.RUN_CAP) : Optional.empty();
    }

    @Transactional
    Checking check(SettlementRun run, UUID by) {
        SettlementRun locked = records.lock(run.id()).orElseThrow();
        if (locked.state() != SettlementRun.State.DRAFT) {
            return new Checking.NotADraft(locked);
        }
        List<Invariant> broken =
                books.recent().broken().stream().filter(Invariant::stopsPayouts).toList();
        if (!broken.isEmpty()) {
            return new Checking.BooksUnsound(broken);
        }
        Map<UUID, Owed> owed =
                settlement.owed().stream().collect(Collectors.toMap(Owed::merchantId, Function.identity()));
        List<UUID> uncovered = paidLines(run.id()).stream()
                .filter(line -> !covered(line, owed.get(line.merchantId())))
                .map(RunLine::merchantId)
                .toList();
        if (!uncovered.isEmpty()) {
            return new Checking.NotCovered(uncovered);
        }
        records.check(run.id(), by, clock.now());
        audit.record(by.toString(), "run.checked", SUBJECT + run.id(), Map.of());
        return new Checking.Sound(records.byId(run.id()).orElseThrow());
    }

    private static boolean covered(RunLine line, @Nullable Owed now) {
        return now != null && now.payoutAllowed() && now.payableFen() >= line.fen();
    }

    /** Empty when it was approved, and the refusal otherwise. */
    @Transactional
    Optional<Approval> approve(UUID id, UUID by, long typedFen) {
        SettlementRun run = records.lock(id).orElseThrow();
        if (run.state() != SettlementRun.State.CHECKED) {
            return Optional.of(new Approval.NotChecked(run));
        }
        if (run.draftedBy().equals(by)) {
            return Optional.of(new Approval.SamePerson());
        }
        if (run.fen() != typedFen) {
            return Optional.of(new Approval.AnotherSum());
        }
        records.approve(id, by, clock.now());
        audit.record(by.toString(), "run.approved", SUBJECT + id, Map.of("fen", Long.toString(run.fen())));
        return Optional.empty();
    }

    @Transactional
    boolean drop(UUID id, UUID by) {
        SettlementRun run = records.lock(id).orElseThrow();
        boolean open = run.state() == SettlementRun.State.DRAFT || run.state() == SettlementRun.State.CHECKED;
        if (open) {
            records.drop(id, by, clock.now());
            audit.record(by.toString(), "run.dropped", SUBJECT + id, Map.of());
        }
        return open;
    }

    @Transactional
    void sent(UUID id) {
        records.sent(id, clock.now());
    }

    @Transactional
    int seenInFile(Instant at) {
        return records.seenInFile(at);
    }

    List<RunLine> paidLines(UUID runId) {
        return lines(runId).stream().filter(line -> line.fen() > 0).toList();
    }

    @Transactional(readOnly = true)
    List<RunLine> lines(UUID runId) {
        return sql.list(
                "select * from orders.settlement_line where run_id = ? order by fen desc, available_fen desc",
                row -> new RunLine(
                        runId,
                        Sql.id(row, "merchant_id"),
                        row.getLong("available_fen"),
                        row.getLong("debt_fen"),
                        row.getLong("fen"),
                        row.getString("held") == null ? null : Held.valueOf(row.getString("held"))),
                runId);
    }
}
