package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** The door to giving a difference up: two persons, and a reason that is kept. */
@Singleton
public class WriteOffs {

    public static final int REASON_CHARS_MIN = 5;
    public static final int REASON_CHARS_MAX = 500;

    private static final String SOURCE = "write-off";

    private final WriteOffRecords records;
    private final Differences differences;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;

    WriteOffs(WriteOffRecords records, Differences differences, Ledger ledger, Audit audit, Clock clock) {
        this.records = records;
        this.differences = differences;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes to give a difference up; empty for no such difference. One stands at a time.
     *
     * @param reason of {@value #REASON_CHARS_MIN} to {@value #REASON_CHARS_MAX} letters
     */
    @Transactional
    public Optional<WritingOff> propose(UUID differenceId, UUID by, String reason) {
        return differences.lock(differenceId).map(difference -> {
            if (!difference.open() || difference.overFen() == 0) {
                return new WritingOff.NothingToWriteOff();
            }
            UUID id = Ids.next();
            if (records.propose(id, differenceId, difference.overFen(), reason.strip(), by, clock.now()) == 0) {
                return new WritingOff.Standing(records.standing(differenceId).orElseThrow());
            }
            audit.record(by.toString(), "write-off.proposed", SOURCE + ":" + id, Map.of());
            return new WritingOff.Proposed(records.byId(id).orElseThrow());
        });
    }

    /** Decides what somebody else has proposed, once; approved, suspense is emptied. Empty for no such proposal. */
    @Transactional
    public Optional<WritingOff> decide(UUID id, UUID by, boolean approved) {
        Optional<WriteOff> proposed = records.byId(id);
        return proposed.map(seen -> {
            // the difference first, as a file that clears it does
            Difference difference = differences.lock(seen.differenceId()).orElseThrow();
            WriteOff writeOff = records.lock(id).orElseThrow();
            if (writeOff.state() != WriteOff.State.PROPOSED) {
                return new WritingOff.Standing(writeOff);
            }
            if (writeOff.proposedBy().equals(by)) {
                return new WritingOff.SamePerson();
            }
            if (approved && !difference.open()) {
                return new WritingOff.NothingToWriteOff();
            }
            Instant now = clock.now();
            records.decide(id, approved ? WriteOff.State.APPROVED : WriteOff.State.REFUSED, by, now);
            if (approved) {
                differences.writtenOff(difference.id(), now);
                post(writeOff, now);
            }
            audit.record(
                    by.toString(), approved ? "write-off.approved" : "write-off.refused", SOURCE + ":" + id, Map.of());
            return new WritingOff.Decided(records.byId(id).orElseThrow());
        });
    }

    private void post(WriteOff writeOff, Instant now) {
        long fen = Math.abs(writeOff.overFen());
        boolean over = writeOff.overFen() > 0;
        ledger.post(Journal.of(
                JournalKind.WRITTEN_OFF,
                SOURCE,
                writeOff.id(),
                now,
                Posting.debit(over ? Account.suspenseOver() : Account.writeOff(), fen),
                Posting.credit(over ? Account.writeOff() : Account.suspenseShort(), fen)));
    }

    /** The proposals about these differences, oldest first. */
    @Transactional(readOnly = true)
    public List<WriteOff> ofDifferences(Collection<UUID> differenceIds) {
        return differenceIds.isEmpty() ? List.of() : records.ofDifferences(differenceIds);
    }
}
