package terrace.orders.refunds;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** The door to refunds; what banks are told of them, and answer, is {@link RefundDelivery}'s. */
@Singleton
public class Refunds {

    static final String SOURCE = "refund";

    private final RefundRepository repository;
    private final Ledger ledger;
    private final Clock clock;

    Refunds(RefundRepository repository, Ledger ledger, Clock clock) {
        this.repository = repository;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Instructs a refund of money that a payment brought and nobody wanted. Joins the caller's transaction; the bank
     * is called afterwards.
     *
     * @param bankIntent the bank's id of the charge
     */
    @Transactional
    public UUID instruct(UUID paymentId, String bankIntent, long fen, String reason) {
        UUID id = Ids.next();
        Instant now = clock.now();
        repository.insert(id, paymentId, null, fen, bankIntent, reason, now);
        ledger.post(Journal.of(
                JournalKind.REFUND_INSTRUCTED,
                SOURCE,
                id,
                now,
                Posting.debit(Account.unallocated(paymentId), fen),
                Posting.credit(Account.refundInFlight(id), fen)));
        return id;
    }

    /**
     * Instructs a refund whose money the caller's own journal has put into {@link Account#refundInFlight} in this
     * transaction; the bank is called afterwards.
     *
     * @param orderId the merchant's order whose money it is
     * @param bankIntent the bank's id of the charge
     * @param at read by the caller's own connection: many who wait for one order must not need a second one each
     */
    @Transactional
    public UUID instructPosted(UUID paymentId, UUID orderId, String bankIntent, long fen, String reason, Instant at) {
        UUID id = Ids.next();
        repository.insert(id, paymentId, orderId, fen, bankIntent, reason, at);
        return id;
    }

    /** One refund. */
    @Transactional(readOnly = true)
    public Optional<Refund> byId(UUID id) {
        return repository.byId(id);
    }

    /** Several at once, those that are there, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, Refund> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : repository.byIds(ids).stream().collect(Collectors.toMap(Refund::id, Function.identity()));
    }

    /** The refunds of a payment, oldest first. */
    @Transactional(readOnly = true)
    public List<Refund> ofPayment(UUID paymentId) {
        return repository.ofPayment(paymentId);
    }

    /** Refunds that failed or meet trouble: for operators. */
    @Transactional(readOnly = true)
    public List<Refund> troubled(int limit) {
        return repository.troubled(limit);
    }

    /** Refunds the bank calls done since before the instant, in none of its files yet. */
    @Transactional(readOnly = true)
    public List<Refund> missingInFile(Instant before, int limit) {
        return repository.missingInFile(before, limit);
    }

    /** Sum of what has left the bank's book and is in none of its files yet, in fen. */
    @Transactional(readOnly = true)
    public long doneNotInFileFen() {
        return repository.doneNotInFileFen();
    }

    /** Notes the day of the bank file that shows the refund. Joins the caller's transaction. */
    @Transactional
    public void seenInFile(UUID id, LocalDate day, String bankRef) {
        Refund refund = repository.lock(id).orElseThrow();
        if (refund.state() != Refund.State.DONE) {
            repository.progress(id, Refund.State.DONE, bankRef, null, clock.now());
        }
        repository.inFile(id, day);
    }
}
