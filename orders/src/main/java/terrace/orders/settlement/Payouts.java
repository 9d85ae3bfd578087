package terrace.orders.settlement;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** What the database decides about payouts, each act one transaction. */
@Singleton
class Payouts {

    private static final String SOURCE = "payout";
    private static final String ACTOR = "bank";

    private final PayoutRepository repository;
    private final Merchants merchants;
    private final BankAccounts bankAccounts;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;

    Payouts(
            PayoutRepository repository,
            Merchants merchants,
            BankAccounts bankAccounts,
            Ledger ledger,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.merchants = merchants;
        this.bankAccounts = bankAccounts;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Instructs one payout of all a merchant has available, to the proven account in use at this moment. Two operators
     * at once meet at the lock of the balance: the second finds nothing left.
     */
    @Transactional
    Optional<UUID> instruct(UUID operatorId, Merchant merchant) {
        if (!merchants.payoutAllowed(Set.of(merchant.id())).contains(merchant.id())) {
            return Optional.empty();
        }
        String payee = bankAccounts.payees(Set.of(merchant.id())).get(merchant.id());
        if (payee == null) {
            return Optional.empty();
        }
        long fen = ledger.lockedBalance(Account.available(merchant.id()));
        if (fen <= 0) {
            return Optional.empty();
        }
        UUID id = Ids.next();
        Instant now = clock.now();
        repository.insert(id, merchant.id(), fen, payee, operatorId, now);
        ledger.post(Journal.of(
                JournalKind.PAYOUT_SENT,
                SOURCE,
                id,
                now,
                Posting.debit(Account.available(merchant.id()), fen),
                Posting.credit(Account.payoutInFlight(id), fen)));
        audit.record(
                operatorId.toString(),
                "payout.instructed",
                SOURCE + ":" + id,
                Map.of("merchant", merchant.id().toString(), "fen", Long.toString(fen)));
        return Optional.of(id);
    }

    @Transactional
    List<UUID> claim(int limit) {
        return repository.claim(limit);
    }

    @Transactional(readOnly = true)
    Payout byId(UUID id) {
        return repository.byId(id).orElseThrow();
    }

    /** Writes down what the bank said of the transfer. */
    @Transactional
    void heard(UUID id, Movement movement) {
        Payout payout = repository.lock(id).orElseThrow();
        if (payout.state() != Payout.State.INSTRUCTED) {
            return;
        }
        if (movement.fen() != payout.fen()) {
            repository.troubled(id, "the bank transferred " + movement.fen() + " fen instead", 0);
            return;
        }
        switch (movement.state()) {
            case PENDING -> repository.troubled(id, "pending at the bank", 0);
            case SUCCEEDED -> {
                repository.sent(id, movement.bankRef(), clock.now());
                audit.record(ACTOR, "payout.sent", SOURCE + ":" + id, Map.of("bankRef", movement.bankRef()));
            }
            case FAILED -> giveBack(payout, "the bank returned it");
        }
    }

    /** The bank will not pay: the money is the merchant's to be paid out again. */
    @Transactional
    void refused(UUID id, String why) {
        Payout payout = repository.lock(id).orElseThrow();
        if (payout.state() == Payout.State.INSTRUCTED) {
            giveBack(payout, why);
        }
    }

    /** @param kept whether the bank will repeat this failure for the same key */
    @Transactional
    void unheard(UUID id, String why, boolean kept) {
        repository.troubled(id, why, kept ? 1 : 0);
    }

    private void giveBack(Payout payout, String why) {
        repository.returned(payout.id(), why);
        ledger.post(Journal.of(
                JournalKind.PAYOUT_RETURNED,
                SOURCE,
                payout.id(),
                clock.now(),
                Posting.debit(Account.payoutInFlight(payout.id()), payout.fen()),
                Posting.credit(Account.available(payout.merchantId()), payout.fen())));
        audit.record(ACTOR, "payout.returned", SOURCE + ":" + payout.id(), Map.of("why", why));
    }
}
