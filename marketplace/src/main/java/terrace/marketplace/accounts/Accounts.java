package terrace.marketplace.accounts;

import io.micronaut.context.annotation.Property;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import terrace.marketplace.attempts.Attempt;
import terrace.marketplace.attempts.AttemptKind;
import terrace.marketplace.attempts.Attempts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Vault;

/** People who may sign in. */
@Singleton
public class Accounts {

    /** The longest name to be called by. */
    public static final int NAME_CHARACTERS_MAX = 40;

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Audit audit;
    private final Vault vault;
    private final boolean demo;

    Accounts(
            AccountRepository accounts,
            Passwords passwords,
            Attempts attempts,
            Audit audit,
            Vault vault,
            @Property(name = "terrace.demo", defaultValue = "false") boolean demo) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.vault = vault;
        this.demo = demo;
    }

    /** Makes a member; {@code address} is the network address of the request, for limiting attempts. */
    public Registration register(String signInName, String password, String name, String address) {
        var attempt = attempts.begin(AttemptKind.REGISTER, signInName.strip(), address);
        if (attempt instanceof Attempt.TooMany tooMany) {
            return new Registration.TooManyAttempts(tooMany.tryAgainAt());
        }
        return add(signInName, password, name, Set.of(Role.MEMBER));
    }

    /** Checks name and password; takes equally long for unknown names. */
    public SignIn signIn(String signInName, String password, String address) {
        var name = SignInName.of(signInName);
        var who = name.map(SignInName::text).orElse(signInName.strip());
        var attempt = attempts.begin(AttemptKind.SIGN_IN, who, address);
        if (attempt instanceof Attempt.TooMany tooMany) {
            return new SignIn.TooManyAttempts(tooMany.tryAgainAt());
        }
        var row = name.flatMap(this::row);
        var right =
                passwords.matches(password, row.map(AccountRow::passwordHash).orElse(passwords.nobodysHash()));
        if (right.isEmpty()) {
            return new SignIn.Busy();
        }
        if (row.isEmpty() || !right.get() || row.get().status() != Account.Status.OPEN) {
            return new SignIn.Refused();
        }
        attempts.succeed((Attempt.Begun) attempt);
        var account = row.get().opened(vault);
        return new SignIn.SignedIn(account, next(account, row.get().secondFactor()));
    }

    /** Changes the password and ends all sessions, the present one too: open a new one afterwards. */
    public PasswordChange changePassword(UUID accountId, String current, String wanted) {
        var row = accounts.byId(accountId).orElseThrow();
        var name = new SignInName(vault.open(row.signInName()));
        // Whoever found a phone lying open shall not guess on faster than at the front door.
        var attempt = attempts.begin(AttemptKind.SIGN_IN, name.text(), "own session");
        if (attempt instanceof Attempt.TooMany tooMany) {
            return new PasswordChange.TooManyAttempts(tooMany.tryAgainAt());
        }
        var right = passwords.matches(current, row.passwordHash());
        if (right.isEmpty()) {
            return new PasswordChange.Busy();
        }
        if (!right.get()) {
            return new PasswordChange.WrongPassword();
        }
        attempts.succeed((Attempt.Begun) attempt);
        var weakness = passwords.weakness(wanted, name);
        if (weakness.isPresent()) {
            return new PasswordChange.WeakPassword(weakness.get());
        }
        var hash = passwords.hash(wanted);
        if (hash.isEmpty()) {
            return new PasswordChange.Busy();
        }
        replacePassword(accountId, hash.get(), "password.changed");
        return new PasswordChange.Changed(accountId);
    }

    public Optional<Account> byId(UUID id) {
        return accounts.byId(id).map(row -> row.opened(vault));
    }

    public Map<UUID, Account> byIds(Set<UUID> ids) {
        var found = new LinkedHashMap<UUID, Account>();
        if (!ids.isEmpty()) {
            accounts.byIds(ids).forEach(row -> found.put(row.id(), row.opened(vault)));
        }
        return found;
    }

    /** For people who act for the market, not for pages anyone may call: it tells who is registered. */
    public Optional<Account> bySignInName(String signInName) {
        return SignInName.of(signInName).flatMap(this::row).map(row -> row.opened(vault));
    }

    /** As {@link #bySignInName} for many, by the name as it was given; who is not registered is left out. */
    public Map<String, Account> bySignInNames(Set<String> signInNames) {
        var asked = new LinkedHashMap<String, String>();
        signInNames.forEach(name -> SignInName.of(name).ifPresent(read -> asked.put(name, read.text())));
        var found = new LinkedHashMap<String, Account>();
        if (!asked.isEmpty()) {
            var indexes = asked.values().stream()
                    .distinct()
                    .map(text -> HexFormat.of().formatHex(vault.blindIndex("sign-in:" + text)))
                    .collect(Collectors.joining(","));
            var known = accounts.byIndexes(indexes).stream()
                    .map(row -> row.opened(vault))
                    .collect(Collectors.toMap(Account::signInName, Function.identity()));
            asked.forEach((name, text) -> Optional.ofNullable(known.get(text)).ifPresent(one -> found.put(name, one)));
        }
        return found;
    }

    /** An e-mail address or mobile number in the one form people sign in with; empty for anything else. */
    public Optional<String> contact(String typed) {
        return SignInName.of(typed).map(SignInName::text);
    }

    /** Makes an account with these roles, or returns the one that has the name, unchanged, as Registered. */
    public Registration create(String signInName, String password, String name, Set<Role> roles) {
        var existing = bySignInName(signInName);
        if (existing.isPresent()) {
            return new Registration.Registered(existing.get());
        }
        return add(signInName, password, name, roles);
    }

    /** For the command that makes the first operator. */
    @Transactional
    public Registration createOperator(String signInName, String password, String name) {
        var registration = add(signInName, password, name, Set.of(Role.OPERATOR));
        if (registration instanceof Registration.Registered registered) {
            audit.record(
                    "command", "operator.created", subject(registered.account().id()), Map.of());
        }
        return registration;
    }

    /** Adds a role; open sessions learn of it within seconds. */
    @Transactional
    public void grant(UUID accountId, Role role) {
        if (accounts.grant(accountId, role.name()) > 0) {
            audit.record(subject(accountId), "role.granted", subject(accountId), Map.of("role", role.name()));
        }
    }

    /** Takes a role away and ends all sessions. */
    @Transactional
    public void revoke(UUID accountId, Role role) {
        if (accounts.revoke(accountId, role.name()) > 0) {
            audit.record(subject(accountId), "role.revoked", subject(accountId), Map.of("role", role.name()));
        }
    }

    /** Whether this account has to prove itself a second time: staff of any kind, outside the demo market. */
    public boolean requiresSecondFactor(Account account) {
        return !demo && account.staff();
    }

    /** For the feature that keeps second factors; taking one away ends all sessions. */
    public void secondFactorSetUp(UUID accountId, boolean setUp) {
        accounts.secondFactor(accountId, setUp);
    }

    /** For the feature that keeps sessions: the number that a session stays good for. */
    public int credentialsVersion(UUID accountId) {
        return accounts.byId(accountId).orElseThrow().credentialsVersion();
    }

    /** For the feature that keeps sessions: the account, if it is open and its credentials are still those. */
    public Optional<Account> signedIn(UUID accountId, int credentialsVersion) {
        return accounts.byId(accountId)
                .filter(row -> row.status() == Account.Status.OPEN && row.credentialsVersion() == credentialsVersion)
                .map(row -> row.opened(vault));
    }

    @Transactional
    void replacePassword(UUID accountId, String hash, String act) {
        accounts.changePassword(accountId, hash);
        audit.record(subject(accountId), act, subject(accountId), Map.of());
    }

    private Registration add(String signInName, String password, String typedName, Set<Role> roles) {
        var parsed = SignInName.of(signInName);
        if (parsed.isEmpty()) {
            return new Registration.BadName();
        }
        var name = typedName.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_CHARACTERS_MAX) {
            return new Registration.BadDisplayName();
        }
        var weakness = passwords.weakness(password, parsed.get());
        if (weakness.isPresent()) {
            return new Registration.WeakPassword(weakness.get());
        }
        var hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return new Registration.Busy();
        }
        var account = new Account(Ids.next(), parsed.get().text(), name, Set.copyOf(roles), Account.Status.OPEN);
        int added = accounts.add(
                account.id(),
                vault.seal(account.signInName()),
                index(parsed.get()),
                vault.seal(name),
                List.copyOf(roles.stream().map(Role::name).sorted().toList()),
                hash.get());
        return added > 0 ? new Registration.Registered(account) : new Registration.NameTaken();
    }

    private SignIn.Next next(Account account, boolean secondFactor) {
        if (secondFactor) {
            return SignIn.Next.SECOND_FACTOR;
        }
        return requiresSecondFactor(account) ? SignIn.Next.SET_UP_SECOND_FACTOR : SignIn.Next.NOTHING;
    }

    private Optional<AccountRow> row(SignInName name) {
        return accounts.byIndex(index(name));
    }

    private byte[] index(SignInName name) {
        return vault.blindIndex("sign-in:" + name.text());
    }

    private static String subject(UUID accountId) {
        return "account:" + accountId;
    }
}
