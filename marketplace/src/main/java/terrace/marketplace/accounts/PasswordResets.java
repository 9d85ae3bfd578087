package terrace.marketplace.accounts;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.attempts.Attempt;
import terrace.marketplace.attempts.AttemptKind;
import terrace.marketplace.attempts.Attempts;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Token;
import terrace.marketplace.vault.Vault;

/** New passwords for those who forgot theirs, by a link in a letter. */
@Singleton
public class PasswordResets {

    /** How long a link can be used. */
    public static final int VALID_MINUTES = 30;

    private final PasswordResetRepository resets;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Events events;
    private final Vault vault;

    PasswordResets(
            PasswordResetRepository resets,
            Accounts accounts,
            Passwords passwords,
            Attempts attempts,
            Events events,
            Vault vault) {
        this.resets = resets;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.events = events;
        this.vault = vault;
    }

    /**
     * Asks for a letter; nothing tells whether the account exists, and too many requests are dropped in silence. The
     * account is looked for after the answer, by a subscriber, so that not even the time it takes tells.
     */
    public void ask(String signInName, String address, Locale language) {
        var name = SignInName.of(signInName);
        if (name.isEmpty()
                || attempts.begin(AttemptKind.RESET, name.get().text(), address) instanceof Attempt.TooMany) {
            return;
        }
        writeDown(name.get(), language);
    }

    @Transactional
    void writeDown(SignInName name, Locale language) {
        var id = Ids.next();
        resets.add(id, vault.seal(name.text()), language.toLanguageTag());
        events.publish(new PasswordResetAsked(id));
    }

    /** For the subscriber that writes the letter: its content, once; empty when there is nobody to write to. */
    @Transactional
    public Optional<ResetLetter> letter(UUID requestId) {
        var request = resets.unhandled(requestId);
        if (request.isEmpty()) {
            return Optional.empty();
        }
        resets.handled(requestId);
        var name = new SignInName(vault.open(request.get().signInName()));
        var account = accounts.bySignInName(name.text()).filter(found -> found.status() == Account.Status.OPEN);
        if (account.isEmpty() || !name.isMail()) {
            return Optional.empty();
        }
        var token = Token.random();
        resets.promise(requestId, account.get().id(), Token.hash(token), VALID_MINUTES);
        return Optional.of(new ResetLetter(
                name.text(), token, Locale.forLanguageTag(request.get().language())));
    }

    /** Whether the link of a letter may still be used; for the page with the form. */
    public boolean usable(String token) {
        return resets.usable(Token.hash(token)).isPresent();
    }

    /** Sets the password once, and ends all sessions. */
    public PasswordChange reset(String token, String wanted, String address) {
        var tokenHash = Token.hash(token);
        var request = resets.usable(tokenHash);
        if (request.isEmpty() || request.get().accountId() == null) {
            return new PasswordChange.LinkExpired();
        }
        var weakness = passwords.weakness(
                wanted, new SignInName(vault.open(request.get().signInName())));
        if (weakness.isPresent()) {
            return new PasswordChange.WeakPassword(weakness.get());
        }
        // Hashing costs a core for a while: nobody may ask for it in bulk, not even with a good link.
        var attempt = attempts.begin(AttemptKind.RESET, "link:" + request.get().id(), address);
        if (attempt instanceof Attempt.TooMany tooMany) {
            return new PasswordChange.TooManyAttempts(tooMany.tryAgainAt());
        }
        var hash = passwords.hash(wanted);
        if (hash.isEmpty()) {
            return new PasswordChange.Busy();
        }
        return spend(tokenHash, request.get().accountId(), hash.get());
    }

    @Transactional
    PasswordChange spend(byte[] tokenHash, UUID accountId, String hash) {
        if (resets.lockUsable(tokenHash).isEmpty()) {
            return new PasswordChange.LinkExpired();
        }
        resets.spendAll(accountId);
        accounts.replacePassword(accountId, hash, "password.reset");
        return new PasswordChange.Changed(accountId);
    }

    void clear() {
        resets.clear();
    }
}
