package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.ledger.Sql;
import terrace.orders.payment.Payment;
import terrace.orders.payment.Payments;
import terrace.orders.proofs.Proof;
import terrace.orders.proofs.Proofs;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.orders.sweeps.OwnMove;
import terrace.orders.sweeps.OwnMoves;

/** What we have and no file shows: found after two days, and cleared when a later file shows it. */
@Singleton
class MissingLines {

    private final BankRecords records;
    private final Payments payments;
    private final Refunds refunds;
    private final Settlement settlement;
    private final Proofs proofs;
    private final OwnMoves ownMoves;
    private final Ledger ledger;
    private final Sql sql;
    private final Clock clock;

    MissingLines(
            BankRecords records,
            Payments payments,
            Refunds refunds,
            Settlement settlement,
            Proofs proofs,
            OwnMoves ownMoves,
            Ledger ledger,
            Sql sql,
            Clock clock) {
        this.records = records;
        this.payments = payments;
        this.refunds = refunds;
        this.settlement = settlement;
        this.proofs = proofs;
        this.ownMoves = ownMoves;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
    }

    /** Clears the charges among these that were missing; by payment, the account that has waited for the money. */
    Map<UUID, Account> charges(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Account> waiting = new HashMap<>();
        sql.list(
                """
                update orders.bank_difference set cleared_at = ?
                where kind = 'MISSING_THERE' and type = 'CHARGE' and our_ref = any (?) and cleared_at is null
                returning our_ref, written_off_at""",
                row -> waiting.put(
                        UUID.fromString(row.getString(1)),
                        row.getObject(2) == null ? Account.suspenseShort() : Account.writeOff()),
                clock.now(),
                ids.stream().map(UUID::toString).toArray(String[]::new));
        return waiting;
    }

    void cleared(DayFile.Type type, UUID id) {
        records.clearMissing(type.name(), id.toString(), clock.now());
    }

    /**
     * Finds what should have been in a file by now: a charge leaves clearing for suspense, a refund or payout stays in
     * flight and is reported. Returns how many are newly missing.
     */
    @Transactional
    int post(Instant settledBefore, int limit) {
        int found = 0;
        for (Payment payment : payments.missingInFile(settledBefore, limit)) {
            if (missing(DayFile.Type.CHARGE, payment.id(), payment.received(), payment.openedAt()) == 1) {
                found++;
                ledger.post(Journal.of(
                        JournalKind.MISSING_IN_FILE,
                        "payment",
                        payment.id(),
                        clock.now(),
                        Posting.debit(Account.suspenseShort(), payment.received()),
                        Posting.credit(Account.clearing(), payment.received())));
            }
        }
        for (Refund refund : refunds.missingInFile(settledBefore, limit)) {
            found += missing(DayFile.Type.REFUND, refund.id(), refund.fen(), refund.createdAt());
        }
        for (Payout payout : settlement.missingInFile(settledBefore, limit)) {
            found += missing(DayFile.Type.TRANSFER, payout.id(), payout.fen(), payout.createdAt());
        }
        for (Proof proof : proofs.missingInFile(settledBefore, limit)) {
            found += missing(DayFile.Type.PROOF, proof.id(), proof.fen(), proof.createdAt());
        }
        for (OwnMove move : ownMoves.missingInFile(settledBefore, limit)) {
            DayFile.Type type = move.kind().in() ? DayFile.Type.TOP_UP : DayFile.Type.SWEEP;
            found += missing(type, move.id(), move.fen(), move.createdAt());
        }
        return found;
    }

    private int missing(DayFile.Type type, UUID id, long fen, Instant since) {
        return records.insertDifference(
                Ids.next(),
                Difference.Kind.MISSING_THERE,
                type.name(),
                id.toString(),
                0,
                fen,
                clock.dayOf(since),
                clock.now());
    }
}
