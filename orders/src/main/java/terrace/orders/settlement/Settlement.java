package terrace.orders.settlement;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.AccountLine;
import terrace.orders.ledger.Ledger;

/** The door to what merchants are owed and to the instructions that pay them. The platform never holds the money. */
@Singleton
public class Settlement {

    private final PayoutRepository repository;
    private final Payouts payouts;
    private final PayoutDelivery delivery;
    private final Ledger ledger;
    private final Merchants merchants;
    private final BankAccounts bankAccounts;

    Settlement(
            PayoutRepository repository,
            Payouts payouts,
            PayoutDelivery delivery,
            Ledger ledger,
            Merchants merchants,
            BankAccounts bankAccounts) {
        this.repository = repository;
        this.payouts = payouts;
        this.delivery = delivery;
        this.ledger = ledger;
        this.merchants = merchants;
        this.bankAccounts = bankAccounts;
    }

    /** What each merchant may be paid out, most first. */
    @Transactional(readOnly = true)
    public List<Owed> owed() {
        Map<UUID, Long> available = ledger.available();
        Map<UUID, Long> debts = ledger.debts();
        Set<UUID> ids = available.keySet();
        Map<UUID, Merchant> known = merchants.byIds(ids);
        Set<UUID> allowed = merchants.payoutAllowed(ids);
        Set<UUID> payees = bankAccounts.payees(ids).keySet();
        List<Owed> owed = new ArrayList<>();
        available.forEach((id, fen) -> {
            Merchant merchant = known.get(id);
            boolean proven = payees.contains(id);
            String name = merchant == null ? id.toString() : merchant.name();
            boolean payable = merchant != null && proven && allowed.contains(id);
            owed.add(new Owed(id, name, fen, debts.getOrDefault(id, 0L), payable, proven));
        });
        owed.sort(Comparator.comparingLong(Owed::fen).reversed());
        return owed;
    }

    /** What each merchant owes for refunds after payout, in fen. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> debts() {
        return ledger.debts();
    }

    /** What a merchant owes, in fen. */
    @Transactional(readOnly = true)
    public long debtFen(UUID merchantId) {
        return ledger.balance(Account.receivable(merchantId));
    }

    /**
     * Pays a merchant for an approved run: instructed in a transaction of its own, then sent to the bank. Asked twice,
     * or by two at once, it pays once; empty when there is nothing to pay, or payouts are stopped now. Must not run
     * inside a transaction.
     *
     * @param operatorId the account of who approved, for the audit
     * @param mostFen what was approved; less is paid when less is there
     */
    public Optional<Payout> pay(UUID runId, UUID operatorId, UUID merchantId, long mostFen) {
        return payouts.instruct(runId, operatorId, merchantId, mostFen).map(id -> {
            delivery.send(id);
            return payouts.byId(id);
        });
    }

    /** The payouts of a run, most first. */
    @Transactional(readOnly = true)
    public List<Payout> payoutsOfRun(UUID runId) {
        return repository.ofRun(runId);
    }

    /** A merchant's movements, newest first; each names the order or payout it came from. */
    @Transactional(readOnly = true)
    public List<AccountLine> statement(UUID merchantId, int limit) {
        return ledger.lines(Account.available(merchantId), limit);
    }

    /** What a merchant may be paid out now, in fen. */
    @Transactional(readOnly = true)
    public long availableFen(UUID merchantId) {
        return ledger.balance(Account.available(merchantId));
    }

    /** The payouts of a merchant, newest first. */
    @Transactional(readOnly = true)
    public List<Payout> payoutsOf(UUID merchantId, int limit) {
        return repository.ofMerchant(merchantId, limit);
    }

    /** All payouts, newest first, with the trouble they met. */
    @Transactional(readOnly = true)
    public List<Payout> newestPayouts(int limit) {
        return repository.newest(limit);
    }

    /** One payout. */
    @Transactional(readOnly = true)
    public Optional<Payout> payout(UUID id) {
        return repository.byId(id);
    }

    /** Payouts the bank took before the instant, in none of its files yet. */
    @Transactional(readOnly = true)
    public List<Payout> missingInFile(Instant before, int limit) {
        return repository.missingInFile(before, limit);
    }

    /** Sum of payouts that have left the bank's book and are in none of its files yet, in fen. */
    @Transactional(readOnly = true)
    public long sentNotInFileFen() {
        return repository.sentNotInFileFen();
    }

    /** Notes the day of the bank file that shows the payout. Joins the caller's transaction. */
    @Transactional
    public void seenInFile(UUID payoutId, LocalDate day, String bankRef, Instant at) {
        Payout payout = repository.lock(payoutId).orElseThrow();
        if (payout.state() == Payout.State.INSTRUCTED) {
            repository.sent(payoutId, bankRef, at);
        }
        repository.inFile(payoutId, day);
    }

    /** The bank's file shows that it gave a payout back. Joins the caller's transaction; once. */
    @Transactional
    public void givenBack(UUID payoutId, Instant at) {
        payouts.givenBack(payoutId, at);
    }
}
