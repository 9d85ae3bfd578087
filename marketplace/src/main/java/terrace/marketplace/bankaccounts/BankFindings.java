package terrace.marketplace.bankaccounts;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.vault.Vault;

/** For whoever asks the bank: what to ask, and what came of it. Telling twice is telling once. */
@Singleton
public class BankFindings {

    private static final String ACTOR = "bank";

    private final BankAccountRepository accounts;
    private final BankLetters letters;
    private final Audit audit;
    private final Vault vault;

    BankFindings(BankAccountRepository accounts, BankLetters letters, Audit audit, Vault vault) {
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.vault = vault;
    }

    /** What the bank is to be asked; empty when nothing is to be proven any more. */
    public Optional<ForBank> question(UUID bankAccountId) {
        return accounts.byId(bankAccountId)
                .filter(row -> row.underWay() && row.state() != BankAccount.State.PROVEN)
                .map(row -> new ForBank(
                        row.id(), row.merchantId(), vault.open(row.holder()), vault.open(row.number()), row.payee()));
    }

    /** The bank knows it under another name. */
    @Transactional
    public void mismatched(UUID bankAccountId) {
        move(bankAccountId, BankAccount.State.GIVEN, BankAccount.State.MISMATCHED, BankLetters.News.MISMATCHED);
    }

    /** The bank does not know it, or will not send money there. */
    @Transactional
    public void unknown(UUID bankAccountId) {
        move(bankAccountId, BankAccount.State.GIVEN, BankAccount.State.UNKNOWN, BankLetters.News.UNKNOWN);
    }

    /** A small sum is on its way. */
    @Transactional
    public void sent(UUID bankAccountId) {
        move(bankAccountId, BankAccount.State.GIVEN, BankAccount.State.AWAITING, BankLetters.News.SENT);
    }

    /** No more guesses at the sum that was sent, or no more sums today. */
    @Transactional
    public void spent(UUID bankAccountId) {
        move(bankAccountId, BankAccount.State.AWAITING, BankAccount.State.SPENT, null);
        move(bankAccountId, BankAccount.State.GIVEN, BankAccount.State.SPENT, null);
    }

    /** The bank is being asked once more. */
    @Transactional
    public void again(UUID bankAccountId, UUID accountId) {
        if (accounts.move(bankAccountId, BankAccount.State.SPENT.name(), BankAccount.State.GIVEN.name(), true) > 0) {
            audit.record(
                    "account:" + accountId, "bank-account.asked-again", BankAccounts.subject(bankAccountId), Map.of());
        }
    }

    /** The merchant knew the sum: the account is the merchant's own. */
    @Transactional
    public void proven(UUID bankAccountId) {
        if (accounts.prove(bankAccountId) > 0) {
            audit.record(ACTOR, "bank-account.proven", BankAccounts.subject(bankAccountId), Map.of());
            letters.tell(accounts.byId(bankAccountId).orElseThrow().opened(vault), BankLetters.News.PROVEN);
        }
    }

    private void move(UUID id, BankAccount.State from, BankAccount.State to, BankLetters.@Nullable News news) {
        boolean goesOn = to != BankAccount.State.MISMATCHED && to != BankAccount.State.UNKNOWN;
        if (accounts.move(id, from.name(), to.name(), goesOn) > 0) {
            audit.record(
                    ACTOR, "bank-account." + to.name().toLowerCase(Locale.ROOT), BankAccounts.subject(id), Map.of());
            if (news != null) {
                letters.tell(accounts.byId(id).orElseThrow().opened(vault), news);
            }
        }
    }
}
