package terrace.marketplace.assistance;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.attempts.Attempt;
import terrace.marketplace.attempts.AttemptKind;
import terrace.marketplace.attempts.Attempts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Token;
import terrace.marketplace.vault.Vault;

/** Households that let a clerk act for them, see .decisions/0017; who asks comes first in every call. */
@Singleton
public class Assistances {

    private static final int SHOWN_MAX = 200;
    private static final int ASKING_SHOWN_MAX = 10;

    private final AssistanceRepository rows;
    private final Codes codes;
    private final Clerks clerks;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Words words;
    private final Audit audit;
    private final Vault vault;

    Assistances(
            AssistanceRepository rows,
            Codes codes,
            Clerks clerks,
            Accounts accounts,
            Attempts attempts,
            Words words,
            Audit audit,
            Vault vault) {
        this.rows = rows;
        this.codes = codes;
        this.clerks = clerks;
        this.accounts = accounts;
        this.attempts = attempts;
        this.words = words;
        this.audit = audit;
        this.vault = vault;
    }

    /**
     * Offers a household to act for it: the household gets a code by letter or text message, and gives it to the clerk
     * if it wants that. Once more sends a new code.
     *
     * @param related the clerk's word to be a relative; then nothing is sent
     */
    @Transactional
    public Asking ask(UUID clerkId, String typedContact, String typedName, boolean related, boolean english) {
        if (!clerks.inOffice(clerkId)) {
            return new Asking.NotInOffice();
        }
        var contact = accounts.contact(typedContact);
        if (contact.isEmpty()) {
            return new Asking.BadContact();
        }
        var name = typedName.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > Accounts.NAME_CHARACTERS_MAX) {
            return new Asking.NameMissing();
        }
        var clerk = accounts.byId(clerkId).orElseThrow();
        if (related || contact.get().equals(clerk.signInName())) {
            audit.record(account(clerkId), "assistance.refused-related", account(clerkId), Map.of());
            return new Asking.Related();
        }
        var index = index(contact.get());
        var open = rows.open(clerkId, index);
        if (open.filter(row -> row.state() == Assistance.State.ACTIVE).isPresent()) {
            return new Asking.ActsAlready(open.get().opened(vault));
        }
        if (attempts.begin(AttemptKind.ASSISTANCE, contact.get(), account(clerkId))
                instanceof Attempt.TooMany tooMany) {
            return new Asking.TooMany(tooMany.tryAgainAt());
        }
        return asked(clerk, contact.get(), name, english);
    }

    private Asking asked(Account clerk, String contact, String name, boolean english) {
        var index = index(contact);
        if (rows.ask(Ids.next(), clerk.id(), vault.seal(contact), index, vault.seal(name)) > 0) {
            audit.record(account(clerk.id()), "assistance.asked", account(clerk.id()), Map.of());
        }
        var assistance = rows.open(clerk.id(), index).orElseThrow().opened(vault);
        var code = codes.make(assistance.id(), Codes.Purpose.BEGIN);
        return words.ask(assistance, code, english) ? new Asking.Asked(assistance) : new Asking.NoWay();
    }

    /** Begins with the code the household passed on. Empty when this clerk has asked nobody by this id. */
    @Transactional
    public Optional<Beginning> begin(UUID clerkId, UUID id, String code) {
        var row = rows.ofClerk(clerkId, id);
        if (row.isEmpty() || !clerks.inOffice(clerkId)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (codes.check(row.get(), Codes.Purpose.BEGIN, code)) {
                    case SPENT -> new Beginning.CodeSpent();
                    case WRONG -> new Beginning.WrongCode();
                    case RIGHT -> begun(row.get());
                });
    }

    /** The household has proven by the code that it reads what is sent there, so that an account may be made for it. */
    private Beginning begun(AssistanceRow row) {
        var assistance = row.opened(vault);
        var made = accounts.create(assistance.contact(), Token.random(), assistance.name(), Set.of(Role.MEMBER));
        return made instanceof Registration.Registered(Account household)
                ? begun(assistance, household.id(), "CODE")
                : new Beginning.Busy();
    }

    /** Agrees under the household's own sign-in. Empty when nobody asks it by this id. */
    @Transactional
    public Optional<Beginning> accept(UUID householdId, UUID id) {
        return asking(householdId).stream()
                .filter(assistance -> assistance.id().equals(id) && clerks.inOffice(assistance.clerk()))
                .findFirst()
                .map(assistance -> begun(assistance, householdId, "OWN_SESSION"));
    }

    private Beginning begun(Assistance asked, UUID householdId, String consent) {
        rows.lockHousehold(householdId);
        var active = rows.active(householdId);
        if (active.filter(row -> !row.id().equals(asked.id())).isPresent()) {
            return new Beginning.AnotherActs();
        }
        if (rows.begin(asked.id(), householdId, consent) > 0) {
            audit.record(
                    account(householdId),
                    "assistance.began",
                    account(householdId),
                    Map.of("clerk", account(asked.clerk()), "consent", consent));
            words.began(asked, householdId);
        }
        return new Beginning.Begun(rows.lock(asked.id()).orElseThrow().opened(vault));
    }

    /** Those a clerk acts for or has asked, the newest first. */
    public List<Assistance> ofClerk(UUID clerkId) {
        return rows.ofClerk(clerkId, SHOWN_MAX).stream()
                .map(row -> row.opened(vault))
                .toList();
    }

    /** Who acts or acted for this household, the newest first. */
    public List<Assistance> ofHousehold(UUID householdId) {
        return rows.ofHousehold(householdId, SHOWN_MAX).stream()
                .map(row -> row.opened(vault))
                .toList();
    }

    /** Who would like to act for this household. */
    public List<Assistance> asking(UUID householdId) {
        return accounts.byId(householdId).stream()
                .flatMap(account -> rows.asking(index(account.signInName()), ASKING_SHOWN_MAX).stream())
                .filter(row -> !row.clerkId().equals(householdId))
                .map(row -> row.opened(vault))
                .toList();
    }

    /** What a household is told a clerk is called, and the body the clerk works for. */
    public String clerkName(UUID clerkId) {
        var office = clerks.of(clerkId).map(Clerk::office).orElse("");
        return (office + " " + accounts.byId(clerkId).map(Account::name).orElse("")).strip();
    }

    /** From the next request on this session acts for the household; false when it does not let this clerk. */
    @Transactional
    public boolean act(UUID clerkId, UUID id, UUID sessionId) {
        rows.rest(sessionId);
        return clerks.inOffice(clerkId) && rows.act(clerkId, id, sessionId) > 0;
    }

    /** The session is the clerk's own again. */
    @Transactional
    public void rest(UUID sessionId) {
        rows.rest(sessionId);
    }

    /** For whom the session acts; asked anew for each request, so that an end is an end at once. */
    public Optional<Account> acting(UUID clerkId, UUID sessionId) {
        return rows.acting(clerkId, sessionId)
                .map(AssistanceRow::householdId)
                .flatMap(accounts::byId)
                .filter(household -> household.status() == Account.Status.OPEN);
    }

    /** Ends it, by the household or the clerk; false when it is neither's, or over. */
    @Transactional
    public boolean end(UUID accountId, UUID id) {
        var row = rows.lock(id)
                .filter(found -> accountId.equals(found.householdId())
                        || accountId.equals(found.clerkId())
                        || asking(accountId).stream().anyMatch(each -> each.id().equals(id)));
        return row.isPresent() && over(row.get(), account(accountId));
    }

    /** Takes the office away from a clerk; what the clerk does for households ends, and they are told. */
    @Transactional
    public boolean dismiss(UUID clerkId, String actor) {
        if (!clerks.dismiss(clerkId, actor)) {
            return false;
        }
        rows.lockOpen(clerkId).forEach(row -> over(row, actor));
        return true;
    }

    private boolean over(AssistanceRow row, String actor) {
        if (rows.end(row.id(), actor) == 0) {
            return false;
        }
        var household = row.householdId();
        audit.record(
                actor,
                "assistance.ended",
                account(household == null ? row.clerkId() : household),
                Map.of("clerk", account(row.clerkId())));
        words.ended(row.opened(vault));
        return true;
    }

    private byte[] index(String contact) {
        return vault.blindIndex("assistance:" + contact);
    }

    private static String account(UUID id) {
        return "account:" + id;
    }
}
