package terrace.marketplace.secondfactor;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.attempts.Attempt;
import terrace.marketplace.attempts.AttemptKind;
import terrace.marketplace.attempts.Attempts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.vault.Vault;

/** Codes from an authenticator app, and recovery codes for when the phone is gone. */
@Singleton
public class SecondFactors {

    /** How many recovery codes are given, each for one sign-in. */
    public static final int RECOVERY_CODES = 10;

    private static final String ISSUER = "Terrace 梯田";
    private static final int SECRET_BYTES = 20;

    /** 80 bits: sixteen letters in groups of four. */
    private static final int RECOVERY_CODE_BYTES = 10;

    private final SecureRandom random = new SecureRandom();
    private final SecondFactorRepository factors;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;
    private final Vault vault;

    SecondFactors(
            SecondFactorRepository factors,
            Accounts accounts,
            Attempts attempts,
            Audit audit,
            Clock clock,
            Vault vault) {
        this.factors = factors;
        this.accounts = accounts;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.vault = vault;
    }

    public boolean isSetUp(UUID accountId) {
        return factors.of(accountId).filter(row -> row.confirmedAt() != null).isPresent();
    }

    /**
     * A fresh secret, which counts only once {@link #confirm} has seen a code made with it.
     *
     * @throws IllegalStateException when the account has a second factor already: {@link #remove} it first
     */
    public Enrolment enrol(UUID accountId) {
        var account = accounts.byId(accountId).orElseThrow();
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base32.encode(bytes);
        if (factors.enrol(accountId, vault.seal(secret)) == 0) {
            throw new IllegalStateException("the account has a second factor");
        }
        return enrolment(account, secret);
    }

    /** The secret that still waits for its first code, to be shown again; empty when none does. */
    public Optional<Enrolment> pending(UUID accountId) {
        return factors.of(accountId)
                .filter(row -> row.confirmedAt() == null)
                .map(row -> enrolment(accounts.byId(accountId).orElseThrow(), vault.open(row.secret())));
    }

    /** The ten recovery codes, shown this once; empty when the code is wrong. */
    @Transactional
    public Optional<List<String>> confirm(UUID accountId, String code) {
        var row = factors.of(accountId).filter(found -> found.confirmedAt() == null);
        var step = row.isEmpty() ? OptionalLong.empty() : Totp.step(secret(row.get()), plain(code), clock.now());
        if (step.isEmpty() || factors.confirm(accountId, step.getAsLong()) == 0) {
            return Optional.empty();
        }
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(recoveryCode());
        }
        codes.forEach(each -> factors.addRecoveryCode(accountId, hash(accountId, plain(each))));
        accounts.secondFactorSetUp(accountId, true);
        audit.record("account:" + accountId, "second-factor.set-up", "account:" + accountId, Map.of());
        return Optional.of(codes);
    }

    /** Takes a code of the app or a recovery code, each once. */
    public SecondFactorCheck verify(UUID accountId, String code) {
        var row = factors.of(accountId).filter(found -> found.confirmedAt() != null);
        if (row.isEmpty()) {
            return new SecondFactorCheck.NotSetUp();
        }
        var attempt = attempts.begin(AttemptKind.SECOND_FACTOR, accountId.toString(), accountId.toString());
        if (attempt instanceof Attempt.TooMany tooMany) {
            return new SecondFactorCheck.TooManyAttempts(tooMany.tryAgainAt());
        }
        if (!taken(row.get(), plain(code))) {
            return new SecondFactorCheck.Wrong();
        }
        attempts.succeed((Attempt.Begun) attempt);
        return new SecondFactorCheck.Passed(factors.recoveryCodesLeft(accountId));
    }

    /** For an operator, when phone and codes are lost; ends all sessions of the account. */
    @Transactional
    public void remove(UUID accountId, String actor) {
        factors.removeRecoveryCodes(accountId);
        if (factors.remove(accountId) > 0) {
            accounts.secondFactorSetUp(accountId, false);
            audit.record(actor, "second-factor.removed", "account:" + accountId, Map.of());
        }
    }

    private static Enrolment enrolment(Account account, String secret) {
        var issuer = escaped(ISSUER);
        return new Enrolment(
                secret,
                "otpauth://totp/" + issuer + ":" + escaped(account.signInName()) + "?secret=" + secret + "&issuer="
                        + issuer);
    }

    private boolean taken(SecondFactorRow row, String code) {
        if (code.length() != Totp.DIGITS) {
            return factors.takeRecoveryCode(row.accountId(), hash(row.accountId(), code)) > 0;
        }
        var step = Totp.step(secret(row), code, clock.now());
        return step.isPresent() && factors.take(row.accountId(), step.getAsLong()) > 0;
    }

    private byte[] secret(SecondFactorRow row) {
        return Base32.decode(vault.open(row.secret()));
    }

    /** Keyed, since 80 bits are few enough that a stolen table should be worth nothing by itself. */
    private byte[] hash(UUID accountId, String plainCode) {
        return vault.blindIndex("recovery:" + accountId + ":" + plainCode);
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_CODE_BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes).replaceAll("(.{4})(?=.)", "$1-");
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
