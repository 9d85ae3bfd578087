package terrace.marketplace.entitlements;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.coupons.CouponBatches;

/**
 * The door to coupons that organisations hand to their people. The partner comes first in every call of a partner's; it
 * sees how departments use them, never who bought what.
 */
@Singleton
public class Entitlements {

    /** So many rows in one transaction: whoever stops half-way has lost no more than that. */
    private static final int PIECE = 500;

    private static final int SHOWN_MAX = 50;

    private final EntitlementRows rows;
    private final EntitlementSheets sheets;
    private final CouponBatches batches;
    private final Accounts accounts;
    private final Audit audit;

    Entitlements(
            EntitlementRows rows, EntitlementSheets sheets, CouponBatches batches, Accounts accounts, Audit audit) {
        this.rows = rows;
        this.sheets = sheets;
        this.batches = batches;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** What a sheet says; nothing is kept. */
    public Reading read(byte[] file) {
        return sheets.read(file);
    }

    /**
     * Keeps a sheet to be worked off; its batch is made before, with a budget for all its rows.
     *
     * @param id minted when the page was shown, so that a sheet sent twice is one
     */
    @Transactional
    public void start(UUID id, UUID partnerId, UUID batchId, String title, List<SheetRow> people, UUID by) {
        var batch = batches.byId(batchId).orElseThrow();
        Run run = new Run(id, partnerId, batchId, title, people.size(), 0, 0, 0, batch.madeAt(), null);
        if (rows.insert(run, sheets.seal(people), by)) {
            audit.record(
                    "account:" + by,
                    "entitlements.started",
                    "partner:" + partnerId,
                    Map.of("run", id.toString(), "rows", Integer.toString(people.size())));
        }
    }

    /** Works off one piece of one sheet; false when there is none, or others work at all. */
    @Transactional
    public boolean work() {
        Optional<EntitlementRows.Open> next = rows.next();
        next.ifPresent(run -> {
            List<SheetRow> sheet = sheets.open(rows.sheet(run.id()));
            int end = Math.min(run.done() + PIECE, sheet.size());
            piece(run, sheet.subList(run.done(), end));
            boolean ended = end == sheet.size();
            rows.advance(run.id(), end, ended);
            if (ended) {
                // what bad rows left of the budget is free again for the fund
                batches.stop(run.batchId(), run.madeBy());
            }
        });
        return next.isPresent();
    }

    private void piece(EntitlementRows.Open run, List<SheetRow> piece) {
        Map<String, Account> known =
                accounts.bySignInNames(piece.stream().map(SheetRow::signInName).collect(Collectors.toSet()));
        Set<UUID> had = new HashSet<>(
                rows.among(run.id(), known.values().stream().map(Account::id).collect(Collectors.toSet())));
        List<EntitlementRows.Good> good = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        for (SheetRow row : piece) {
            Account account = known.get(row.signInName());
            if (account == null) {
                bad.add(new BadRow(row, BadRow.Problem.NOBODY));
            } else if (account.status() == Account.Status.CLOSED) {
                bad.add(new BadRow(row, BadRow.Problem.CLOSED));
            } else if (!had.add(account.id())) {
                bad.add(new BadRow(row, BadRow.Problem.TWICE));
            } else {
                UUID coupon = UUID.nameUUIDFromBytes(EntitlementSheets.seed(run.id() + ":" + row.number()));
                good.add(new EntitlementRows.Good(row.number(), account.id(), row.department(), coupon));
            }
        }
        if (!good.isEmpty()) {
            rows.give(run, good);
        }
        if (!bad.isEmpty()) {
            rows.refuse(run.id(), bad);
        }
    }

    /** The newest first. */
    @Connectable
    public List<Run> ofPartner(UUID partnerId) {
        return rows.ofPartner(partnerId, SHOWN_MAX);
    }

    @Connectable
    public Optional<Run> byId(UUID partnerId, UUID id) {
        return rows.byId(partnerId, id);
    }

    /** The rows that brought nobody a coupon; empty for a sheet that is not theirs. */
    @Connectable
    public Optional<List<BadRow>> badRows(UUID partnerId, UUID id) {
        return rows.byId(partnerId, id).map(run -> {
            Map<Integer, BadRow.Problem> problems = rows.problems(id);
            return sheets.open(rows.sheet(id)).stream()
                    .flatMap(row ->
                            Optional.ofNullable(problems.get(row.number()))
                                    .map(problem -> new BadRow(row, problem))
                                    .stream())
                    .toList();
        });
    }

    /** Use by department, none of fewer people than {@link DepartmentUse#PEOPLE_MIN}. */
    @Connectable
    public List<DepartmentUse> use(UUID partnerId, UUID id) {
        return rows.byId(partnerId, id)
                .map(run -> DepartmentUse.told(rows.use(id)))
                .orElse(List.of());
    }
}
