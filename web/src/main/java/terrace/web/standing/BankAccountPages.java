package terrace.web.standing;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.bankaccounts.BankAccount;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.proofs.Proofs;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;

/** Puts together what a shop, or an operator, sees of its bank accounts. */
@Singleton
class BankAccountPages {
    private static final Set<String> SAID =
            Set.of("given", "proven", "spent", "too-many", "confirmed", "second-person", "over", "stopped");

    private final BankAccounts accounts;
    private final Proofs proofs;
    private final Accounts people;
    private final Sights sights;

    BankAccountPages(BankAccounts accounts, Proofs proofs, Accounts people, Sights sights) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.people = people;
        this.sights = sights;
    }

    Page of(UUID me, Merchant merchant, Form form, @Nullable String done) {
        Optional<BankAccount> inUse = accounts.inUse(merchant.id());
        Optional<BankAccount> coming = coming(merchant.id(), inUse);
        boolean underWay = coming.filter(BankAccount::underWay).isPresent();
        return new Page(
                merchant.name(),
                inUse.map(this::shown).orElse(null),
                coming.map(this::shown).orElse(null),
                coming.filter(BankAccount::toConfirm)
                        .filter(account -> !me.equals(account.givenBy()))
                        .isPresent(),
                !underWay,
                coming.map(account -> proofs.guessesLeft(account.id())).orElse(0),
                BankAccounts.CHANGE_WAIT_HOURS,
                form,
                done == null || !SAID.contains(done) ? null : done);
    }

    /** The newest, unless it is the one that is paid to. */
    Optional<BankAccount> coming(UUID merchantId, Optional<BankAccount> inUse) {
        return accounts.newest(merchantId)
                .filter(account -> inUse.isEmpty() || !inUse.get().id().equals(account.id()));
    }

    Shown shown(BankAccount account) {
        return new Shown(
                account.id(),
                account.holder(),
                account.bank(),
                account.masked(),
                account.payee(),
                account.stoppedAt() == null ? account.state().name() : "STOPPED",
                account.underWay(),
                account.toConfirm(),
                account.toConfirm() && accounts.operatorConfirms(account),
                sights.time(account.givenAt()),
                account.givenBy() == null
                        ? ""
                        : people.byId(account.givenBy()).map(Account::name).orElse(""),
                account.confirmedBy() == null || account.inUseFrom() == null ? null : sights.time(account.inUseFrom()));
    }

    /**
     * @param stand words are at {@code standing.account.<stand>}
     * @param byOperator whether the second person has to be an operator
     * @param usedFrom once confirmed
     */
    record Shown(
            UUID id,
            String holder,
            String bank,
            String masked,
            String payee,
            String stand,
            boolean underWay,
            boolean toConfirm,
            boolean byOperator,
            String givenAt,
            String givenBy,
            @Nullable String usedFrom) {}

    /**
     * @param coming what was given last, unless it is in use
     * @param mayConfirm whether the reader may be the second person
     * @param mayGive whether nothing is under way
     */
    record Page(
            String merchant,
            @Nullable Shown inUse,
            @Nullable Shown coming,
            boolean mayConfirm,
            boolean mayGive,
            int guessesLeft,
            int waitHours,
            Form form,
            @Nullable String done) {}
}
