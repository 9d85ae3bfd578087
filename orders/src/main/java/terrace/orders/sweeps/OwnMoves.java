package terrace.orders.sweeps;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;

/**
 * The door to what the bank is told to move of the platform's own money. Reckoned from the books alone, so that a day
 * left out is made up for by the next, and posted when the bank's file shows it.
 */
@Singleton
public class OwnMoves {

    private static final String SOURCE = "own-move";

    private final OwnMoveRepository repository;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;

    OwnMoves(OwnMoveRepository repository, Ledger ledger, Audit audit, Clock clock) {
        this.repository = repository;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down what is to be moved, at most once a day of each kind: what others than buyers have borne of prices
     * goes into custody; what custody lacks all the same the platform adds; its commission, and what it has added,
     * leave custody as far as that holds more than it owes. What is less than nothing waits for the next day's.
     */
    @Transactional
    void instruct(LocalDate day) {
        repository.takeTurn();
        long subsidies = ledger.subsidiesToMove();
        long swept = repository.onTheWayFen(Own.SWEEP);
        long beyond = beyondOwedFen() - swept;
        instruct(Own.TOP_UP, day, subsidies - repository.onTheWayFen(Own.TOP_UP));
        instruct(Own.COVER, day, -(beyond + Math.max(0, subsidies) + repository.onTheWayFen(Own.COVER)));
        long over = beyond + repository.sentNotInFileFen(Own.TOP_UP) + repository.sentNotInFileFen(Own.COVER);
        instruct(Own.SWEEP, day, Math.min(ledger.ownToSweep() - swept, over));
    }

    /** What the bank holds and owes nobody; money of unknown people is not the platform's. */
    private long beyondOwedFen() {
        return ledger.balance(Account.bankEscrow())
                + ledger.balance(Account.clearing())
                - ledger.balance(Account.suspenseOver())
                - ledger.owedToOthers();
    }

    private void instruct(Own kind, LocalDate day, long fen) {
        UUID id = Ids.next();
        if (fen > 0 && repository.instruct(id, kind, day, fen, clock.now()) == 1) {
            audit.record(
                    SOURCE,
                    "own-move.instructed",
                    SOURCE + ":" + id,
                    Map.of("kind", kind.name(), "fen", Long.toString(fen)));
        }
    }

    /** One of ours. */
    @Transactional(readOnly = true)
    public Optional<OwnMove> byId(UUID id) {
        return repository.byId(id);
    }

    /**
     * Notes that the bank's file shows it; empty for one that went the other way, was shown before or was refused.
     * Joins the caller's transaction.
     *
     * @param in whether the file shows it going into custody
     */
    @Transactional
    public Optional<OwnMove> seenInFile(UUID id, boolean in, LocalDate day, String bankRef, Instant at) {
        Optional<OwnMove> shown = repository
                .lock(id)
                .filter(move -> move.kind().in() == in)
                .filter(move -> move.state() != OwnMove.State.REFUSED && move.inFile() == null);
        shown.ifPresent(move -> {
            if (move.state() == OwnMove.State.INSTRUCTED) {
                repository.sent(id, bankRef, at);
            }
            repository.inFile(id, day);
        });
        return shown;
    }

    /** Those the bank did before the instant, in none of its files yet. */
    @Transactional(readOnly = true)
    public List<OwnMove> missingInFile(Instant before, int limit) {
        return repository.missingInFile(before, limit);
    }

    /** What has left the bank's custody, less what came into it, and is in none of its files yet, in fen. */
    @Transactional(readOnly = true)
    public long outNotInFileFen() {
        return repository.sentNotInFileFen(Own.SWEEP)
                - repository.sentNotInFileFen(Own.TOP_UP)
                - repository.sentNotInFileFen(Own.COVER);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<OwnMove> newest(int limit) {
        return repository.newest(limit);
    }
}
