package terrace.orders.ledger;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The books. Postings join the caller's transaction; what is posted stays. */
@Singleton
public class Ledger {

    private final LedgerTables tables;

    Ledger(LedgerTables tables) {
        this.tables = tables;
    }

    /** Posts one journal; handed in again it changes nothing. Says whether it was new. */
    @Transactional
    public boolean post(Journal journal) {
        return post(List.of(journal)) == 1;
    }

    /**
     * Posts journals in one statement, accounts locked in the order of their codes. Returns how many were new.
     *
     * @throws IllegalStateException when a journal was posted before with other entries
     */
    @Transactional
    public int post(List<Journal> journals) {
        int posted = tables.insert(journals);
        if (posted < journals.size()) {
            journals.forEach(tables::requireSame);
        }
        return posted;
    }

    /** The balance of an account in fen, positive on its normal side. */
    @Transactional(readOnly = true)
    public long balance(Account account) {
        return account.hot() ? tables.hot(account) : tables.kept(account);
    }

    /** Locks the balance of an account until the transaction ends, and says it in fen. */
    @Transactional
    public long lockedBalance(Account account) {
        return tables.lock(account);
    }

    /** What each merchant may be paid out, in fen, where it is more than nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> available() {
        return tables.balances(Account.AVAILABLE);
    }

    /** What each merchant owes, in fen, where it is more than nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> debts() {
        return tables.balances(Account.OWED);
    }

    /** What is in each organiser's fund for buyers' prices, in fen, where it is more than nothing. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> funds() {
        return tables.balances(Account.FUND);
    }

    /**
     * What custody at the bank must hold for others, in fen: orders' escrow, merchants' money, what is on its way to
     * anybody, and donations. Sums all balances: for a check now and then.
     */
    @Transactional(readOnly = true)
    public long owedToOthers() {
        return tables.owedToOthers();
    }

    /** What of prices others than buyers have borne, and the bank has not moved into custody yet, in fen. */
    @Transactional(readOnly = true)
    public long subsidiesToMove() {
        return tables.subsidiesToMove();
    }

    /**
     * Commission earned and what the platform has added to custody, not yet moved out of it, in fen; below nothing
     * where more commission was given back.
     */
    @Transactional(readOnly = true)
    public long ownToSweep() {
        return tables.ownToSweep();
    }

    /** The movements of an account, newest first. */
    @Transactional(readOnly = true)
    public List<AccountLine> lines(Account account, int limit) {
        return tables.lines(account, limit);
    }

    /** Sums everything; for a check now and then, not for a page. */
    @Transactional(readOnly = true)
    public TrialBalance trialBalance() {
        return tables.trialBalance();
    }
}
