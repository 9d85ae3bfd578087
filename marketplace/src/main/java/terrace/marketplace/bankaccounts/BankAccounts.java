package terrace.marketplace.bankaccounts;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.AccountNumber;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffMember;
import terrace.marketplace.staff.StaffRole;
import terrace.marketplace.vault.Vault;

/** Where merchants' money goes. A change needs a second person and time, in which the old account stays in use. */
@Singleton
public class BankAccounts {

    /** From the second person's yes until a changed account is paid to. */
    public static final int CHANGE_WAIT_HOURS = 72;

    public static final int HOLDER_CHARACTERS_MAX = 60;
    public static final int BANK_CHARACTERS_MAX = 60;

    /** Who may give, confirm and stop accounts. */
    private static final Set<StaffRole> MONEY = EnumSet.of(StaffRole.OWNER, StaffRole.MANAGER, StaffRole.FINANCE);

    private final BankAccountRepository accounts;
    private final BankLetters letters;
    private final Merchants merchants;
    private final Staff staff;
    private final Audit audit;
    private final Events events;
    private final Vault vault;

    BankAccounts(
            BankAccountRepository accounts,
            BankLetters letters,
            Merchants merchants,
            Staff staff,
            Audit audit,
            Events events,
            Vault vault) {
        this.accounts = accounts;
        this.letters = letters;
        this.merchants = merchants;
        this.staff = staff;
        this.audit = audit;
        this.events = events;
        this.vault = vault;
    }

    /**
     * A guard: what the bank knows the accounts as that are paid to at this moment, by merchant, read in the caller's
     * transaction. Who is missing has no proven account.
     */
    public Map<UUID, String> payees(Set<UUID> merchantIds) {
        var payees = new HashMap<UUID, String>();
        if (!merchantIds.isEmpty()) {
            accounts.inUse(merchantIds).forEach(row -> payees.put(row.merchantId(), row.payee()));
        }
        return payees;
    }

    /** The proven account that is paid to at this moment. */
    public Optional<BankAccount> inUse(UUID merchantId) {
        return accounts.inUse(List.of(merchantId)).stream().findFirst().map(row -> row.opened(vault));
    }

    /** What was given last, whatever became of it. */
    public Optional<BankAccount> newest(UUID merchantId) {
        return accounts.newest(merchantId).map(row -> row.opened(vault));
    }

    /** Whether somebody may handle a merchant's money. */
    public boolean mayHandle(UUID merchantId, UUID accountId) {
        return staff.roleOf(merchantId, accountId).filter(MONEY::contains).isPresent();
    }

    /** Whether the shop has no second person who could confirm, so that an operator has to. */
    public boolean operatorConfirms(BankAccount account) {
        return staff.of(account.merchantId()).stream()
                .noneMatch(member ->
                        MONEY.contains(member.role()) && !member.accountId().equals(account.givenBy()));
    }

    /** Begins with the account of the application, on the day the shop opens; once more does no more. */
    @Transactional
    public void first(UUID merchantId, String bank, UUID givenBy) {
        var id = Ids.next();
        if (accounts.first(id, merchantId, bank, givenBy) > 0) {
            audit.record(actor(givenBy), "bank-account.given", subject(id), detail(merchantId));
            events.publish(new BankAccountGiven(id));
        }
    }

    /**
     * Takes the word of whoever runs the platform that the accounts given at opening are the merchants' own, for those
     * brought along from elsewhere; merchants who gave one since are left as they are.
     *
     * @param since from when it was known to be
     */
    @Transactional
    public void vouch(Collection<UUID> merchantIds, Instant since, String actor) {
        if (!merchantIds.isEmpty()) {
            accounts.vouch(merchantIds, since)
                    .forEach(id -> audit.record(actor, "bank-account.vouched-for", "merchant:" + id, Map.of()));
        }
    }

    /**
     * Gives an account to be proven. While none was proven, the same holder's may be given at once; any other is a
     * change. The same again is the same. The owners are told.
     */
    @Transactional
    public Giving give(UUID merchantId, UUID accountId, String holder, String bank, String typedNumber) {
        var number = AccountNumber.of(typedNumber);
        var faults = faults(holder, bank, typedNumber);
        if (number.isEmpty() || !faults.isEmpty()) {
            return new Giving.Incomplete(faults);
        }
        accounts.lockMerchant(merchantId);
        accounts.arrive(merchantId);
        var standing = standing(merchantId, holder.strip(), number.get());
        if (standing.isPresent()) {
            return standing.get();
        }
        var id = Ids.next();
        boolean change = inUse(merchantId).isPresent() || !known(merchantId, holder.strip());
        accounts.give(
                id,
                merchantId,
                vault.seal(holder.strip()),
                bank.strip(),
                number.get().sealed(vault),
                number.get().index(vault),
                number.get().payee(vault),
                change,
                accountId);
        audit.record(actor(accountId), "bank-account.given", subject(id), detail(merchantId));
        events.publish(new BankAccountGiven(id));
        var given = accounts.byId(id).orElseThrow().opened(vault);
        if (change) {
            letters.tell(given, BankLetters.News.ASKED);
        }
        return new Giving.Given(given);
    }

    /** A second person of the shop says yes. Empty for an account that is not this merchant's. */
    @Transactional
    public Optional<Confirmation> confirm(UUID merchantId, UUID bankAccountId, UUID accountId) {
        return locked(merchantId, bankAccountId).map(account -> {
            if (!mayHandle(merchantId, accountId) || accountId.equals(account.givenBy())) {
                return new Confirmation.SecondPersonNeeded();
            }
            return confirmed(account, accountId);
        });
    }

    /** An operator says yes for a shop of one person, having spoken to that person. */
    @Transactional
    public Optional<Confirmation> confirmAsOperator(UUID merchantId, UUID bankAccountId, UUID operatorId) {
        return locked(merchantId, bankAccountId).map(account -> {
            if (!operatorConfirms(account)
                    || operatorId.equals(account.givenBy())
                    || staff.of(merchantId).stream().map(StaffMember::accountId).anyMatch(operatorId::equals)) {
                return new Confirmation.SecondPersonNeeded();
            }
            return confirmed(account, operatorId);
        });
    }

    /** Takes an account back that is not in use yet; false when there is no such account, or it is too late. */
    @Transactional
    public boolean stop(UUID merchantId, UUID bankAccountId, UUID accountId) {
        var account = locked(merchantId, bankAccountId);
        if (account.isEmpty() || !mayHandle(merchantId, accountId)) {
            return false;
        }
        if (accounts.stop(bankAccountId, accountId) > 0) {
            audit.record(actor(accountId), "bank-account.stopped", subject(bankAccountId), detail(merchantId));
            if (account.get().change()) {
                letters.tell(account.get(), BankLetters.News.STOPPED);
            }
            return true;
        }
        return account.get().stoppedAt() != null;
    }

    private Confirmation confirmed(BankAccount account, UUID by) {
        if (account.confirmedBy() != null && account.stoppedAt() == null) {
            return new Confirmation.Confirmed(account);
        }
        if (accounts.confirm(account.id(), by, CHANGE_WAIT_HOURS) == 0) {
            return new Confirmation.Over();
        }
        audit.record(actor(by), "bank-account.confirmed", subject(account.id()), detail(account.merchantId()));
        var confirmed = accounts.byId(account.id()).orElseThrow().opened(vault);
        letters.tell(confirmed, BankLetters.News.CONFIRMED);
        return new Confirmation.Confirmed(confirmed);
    }

    private Optional<Giving> standing(UUID merchantId, String holder, AccountNumber number) {
        var index = number.index(vault);
        var underWay = accounts.underWay(merchantId);
        if (underWay.isPresent()) {
            var account = underWay.get().opened(vault);
            boolean same = Arrays.equals(underWay.get().numberIndex(), index)
                    && account.holder().equals(holder);
            return Optional.of(same ? new Giving.Given(account) : new Giving.OtherUnderWay(account));
        }
        return accounts.inUse(List.of(merchantId)).stream()
                .filter(row -> Arrays.equals(row.numberIndex(), index))
                .findFirst()
                .map(row -> new Giving.InUse(row.opened(vault)));
    }

    /** A holder who stood in the reviewed application, or gave the shop its name. */
    private boolean known(UUID merchantId, String holder) {
        return merchants.byId(merchantId).map(Merchant::name).orElse("").equals(holder)
                || merchants.bankAccountHolder(merchantId).equals(holder);
    }

    private Optional<BankAccount> locked(UUID merchantId, UUID id) {
        return accounts.lock(merchantId, id).map(row -> row.opened(vault));
    }

    private static Set<Giving.Fault> faults(String holder, String bank, String number) {
        var faults = EnumSet.noneOf(Giving.Fault.class);
        if (!wellFormed(holder, HOLDER_CHARACTERS_MAX)) {
            faults.add(Giving.Fault.HOLDER);
        }
        if (!wellFormed(bank, BANK_CHARACTERS_MAX)) {
            faults.add(Giving.Fault.BANK);
        }
        if (AccountNumber.of(number).isEmpty()) {
            faults.add(Giving.Fault.NUMBER);
        }
        return faults;
    }

    private static boolean wellFormed(String typed, int charactersMax) {
        var text = typed.strip();
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= charactersMax
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static Map<String, String> detail(UUID merchantId) {
        return Map.of("merchant", merchantId.toString());
    }

    private static String actor(UUID accountId) {
        return "account:" + accountId;
    }

    static String subject(UUID id) {
        return "bank-account:" + id;
    }
}
