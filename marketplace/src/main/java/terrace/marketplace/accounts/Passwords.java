package terrace.marketplace.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micronaut.context.env.Environment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import terrace.marketplace.vault.Token;

/** Judges, hashes and compares passwords. */
@Singleton
class Passwords {

    static final int CHARACTERS_MIN = 8;
    static final int CHARACTERS_MAX = 128;

    /** As the OWASP password storage cheat sheet has it: 19 MiB, 2 passes, 1 lane. */
    private static final int KIB = 19 * 1024;

    private static final int PASSES = 2;

    /** Tests sign in so often that the real cost would be most of their time. */
    private static final int TEST_KIB = 4 * 1024;

    private static final int TEST_PASSES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int WAIT_SECONDS = 5;

    /** Each hash takes 19 MiB and a core for a tenth of a second: more at once would only starve the rest. */
    private final Semaphore cores =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final Set<String> common = commonPasswords();
    private final Argon2Function argon2;
    private final String nobodysHash;

    @Inject
    Passwords(Environment environment) {
        this(environment.getActiveNames().contains(Environment.TEST));
    }

    Passwords(boolean test) {
        argon2 = Argon2Function.getInstance(
                test ? TEST_KIB : KIB, test ? TEST_PASSES : PASSES, 1, HASH_BYTES, Argon2.ID);
        nobodysHash = hash(Token.random()).orElseThrow();
    }

    /** To compare with when there is no account, so that the answer takes as long. */
    String nobodysHash() {
        return nobodysHash;
    }

    Optional<Weakness> weakness(String password, SignInName name) {
        int characters = password.codePointCount(0, password.length());
        if (characters < CHARACTERS_MIN) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (characters > CHARACTERS_MAX) {
            return Optional.of(Weakness.TOO_LONG);
        }
        var lower = normal(password).toLowerCase(Locale.ROOT);
        if (common.contains(lower) || lower.chars().distinct().count() < 3) {
            return Optional.of(Weakness.COMMON);
        }
        int at = name.text().indexOf('@');
        var own = at < 0 ? name.text() : name.text().substring(0, at);
        // A name of two letters would forbid half of all passwords.
        if (own.length() >= 4 && lower.contains(own)) {
            return Optional.of(Weakness.LIKE_NAME);
        }
        return Optional.empty();
    }

    /** Empty when too many others are waiting. */
    Optional<String> hash(String password) {
        return guarded(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult());
    }

    /** Empty when too many others are waiting. */
    Optional<Boolean> matches(String password, String hash) {
        if (password.length() > 2 * CHARACTERS_MAX) {
            return Optional.of(false);
        }
        return guarded(() -> Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    private <T> Optional<T> guarded(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            cores.release();
        }
    }

    /** The same characters typed on another keyboard may arrive composed in another way. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> commonPasswords() {
        try (var stream = Passwords.class.getResourceAsStream("/accounts/common-passwords.txt")) {
            if (stream == null) {
                throw new IllegalStateException("the list of common passwords is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
