package terrace.orders.settlement;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.marketplace.shopletters.ShopLetters;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.DebtCollection;
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
    private final DebtCollection debts;
    private final ShopLetters letters;
    private final Audit audit;
    private final Clock clock;

    Payouts(
            PayoutRepository repository,
            Merchants merchants,
            BankAccounts bankAccounts,
            Ledger ledger,
            DebtCollection debts,
            ShopLetters letters,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.merchants = merchants;
        this.bankAccounts = bankAccounts;
        this.ledger = ledger;
        this.debts = debts;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Instructs a payout to the proven account in use at this moment, after what the merchant owes was collected: as
     * much as the run says, and never more than is there. A run pays a merchant once, however often it is asked.
     *
     * @param mostFen what the run was approved for
     */
    @Transactional
    Optional<UUID> instruct(UUID runId, UUID operatorId, UUID merchantId, long mostFen) {
        String payee = bankAccounts.payees(Set.of(merchantId)).get(merchantId);
        if (payee == null || !merchants.payoutAllowed(Set.of(merchantId)).contains(merchantId)) {
            return Optional.empty();
        }
        UUID id = Ids.next();
        Instant now = clock.now();
        debts.collect(merchantId, SOURCE, id, 0, now);
        long fen = Math.min(mostFen, ledger.lockedBalance(Account.available(merchantId)));
        if (fen <= 0 || repository.ofRun(runId, merchantId).isPresent()) {
            return Optional.empty();
        }
        repository.insert(id, merchantId, fen, payee, operatorId, now, runId);
        ledger.post(Journal.of(
                JournalKind.PAYOUT_SENT,
                SOURCE,
                id,
                now,
                Posting.debit(Account.available(merchantId), fen),
                Posting.credit(Account.payoutInFlight(id), fen)));
        audit.record(
                operatorId.toString(),
                "payout.instructed",
                SOURCE + ":" + id,
                Map.of("merchant", merchantId.toString(), "fen", Long.toString(fen), "run", runId.toString()));
        return Optional.of(id);
    }

    @Transactional(readOnly = true)
    Payout byId(UUID id) {
        return repository.byId(id).orElseThrow();
    }

    /** The bank has paid it. Joins the caller's transaction, which holds it. */
    void sent(Payout payout, String bankRef) {
        repository.sent(payout.id(), bankRef, clock.now());
        audit.record(ACTOR, "payout.sent", SOURCE + ":" + payout.id(), Map.of("bankRef", bankRef));
    }

    /** The bank will not pay: the money is the merchant's to be paid out again. The same. */
    void giveBack(Payout payout, String why) {
        repository.returned(payout.id(), why, clock.now());
        ledger.post(Journal.of(
                JournalKind.PAYOUT_RETURNED,
                SOURCE,
                payout.id(),
                clock.now(),
                Posting.debit(Account.payoutInFlight(payout.id()), payout.fen()),
                Posting.credit(Account.available(payout.merchantId()), payout.fen())));
        availableAgain(payout, why);
    }

    /** The bank gives back what its file had shown as paid: into custody, and the merchant's again. Once. */
    @Transactional
    void givenBack(UUID id, Instant at) {
        Payout payout = repository.lock(id).orElseThrow();
        if (payout.state() == Payout.State.RETURNED) {
            return;
        }
        repository.returned(id, "the bank gave it back", at);
        ledger.post(Journal.of(
                JournalKind.PAYOUT_GIVEN_BACK,
                SOURCE,
                id,
                at,
                Posting.debit(Account.bankEscrow(), payout.fen()),
                Posting.credit(Account.available(payout.merchantId()), payout.fen())));
        availableAgain(payout, "the bank gave it back");
    }

    private void availableAgain(Payout payout, String why) {
        debts.collect(payout.merchantId(), SOURCE, payout.id(), 1, clock.now());
        letters.tell(
                payout.merchantId(),
                NewsKind.MONEY,
                "payout.returned",
                "/merchant/statement",
                "¥" + Money.grouped(payout.fen()));
        audit.record(ACTOR, "payout.returned", SOURCE + ":" + payout.id(), Map.of("why", why));
    }
}
