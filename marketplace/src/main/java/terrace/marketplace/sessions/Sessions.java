package terrace.marketplace.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.vault.Token;

/** Who is signed in; kept in the database, so that any node of the site knows any session. */
@Singleton
public class Sessions {

    /** How long a member stays signed in. */
    public static final Duration MEMBER_DURATION = Duration.ofDays(14);

    /** How long anyone stays signed in who acts for others. */
    public static final Duration STAFF_DURATION = Duration.ofHours(12);

    private static final int CACHE_SECONDS = 10;
    private static final int CACHED_MAX = 50_000;
    private static final int USER_AGENT_CHARACTERS_MAX = 200;

    private final SessionRepository sessions;
    private final Accounts accounts;
    private final Clock clock;
    private final Cache<String, Session> cache = Caffeine.newBuilder()
            .maximumSize(CACHED_MAX)
            .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
            .build();

    Sessions(SessionRepository sessions, Accounts accounts, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The token for the cookie; only its hash is kept. */
    public String open(UUID accountId, boolean secondFactorPassed, String userAgent) {
        var account = accounts.byId(accountId).orElseThrow();
        var token = Token.random();
        sessions.add(
                Ids.next(),
                Token.hash(token),
                accountId,
                accounts.credentialsVersion(accountId),
                secondFactorPassed,
                userAgent.substring(0, Math.min(userAgent.length(), USER_AGENT_CHARACTERS_MAX)),
                (account.staff() ? STAFF_DURATION : MEMBER_DURATION).toSeconds());
        return token;
    }

    /** Who holds this token; may be up to ten seconds behind what another node did. */
    public Optional<Session> find(String token) {
        var hash = Token.hash(token);
        var found = cache.get(key(hash), ignored -> load(hash));
        return Optional.ofNullable(found).filter(session -> session.expiresAt().isAfter(clock.now()));
    }

    /** A new token for the same session, the old one dead: for when someone's rights grow. */
    public Optional<String> renew(String token, boolean secondFactorPassed) {
        var hash = Token.hash(token);
        var renewed = Token.random();
        int changed = sessions.renew(hash, Token.hash(renewed), secondFactorPassed);
        cache.invalidate(key(hash));
        return changed > 0 ? Optional.of(renewed) : Optional.empty();
    }

    public void end(String token) {
        var hash = Token.hash(token);
        sessions.end(hash);
        cache.invalidate(key(hash));
    }

    /** Call it after a password was changed, too: the sessions are void by then, but this node may remember some. */
    public void endAll(UUID accountId) {
        sessions.endAll(accountId);
        cache.asMap().values().removeIf(session -> session.account().id().equals(accountId));
    }

    /** Newest first, for the page that shows someone's own devices. */
    public List<Session> ofAccount(UUID accountId) {
        var account = accounts.byId(accountId);
        if (account.isEmpty()) {
            return List.of();
        }
        int version = accounts.credentialsVersion(accountId);
        return sessions.ofAccount(accountId).stream()
                .filter(row -> row.credentialsVersion() == version)
                .map(row -> row.of(account.get()))
                .toList();
    }

    void clear() {
        sessions.clear();
    }

    private @Nullable Session load(byte[] hash) {
        return sessions.byToken(hash)
                .flatMap(row -> accounts.signedIn(row.accountId(), row.credentialsVersion())
                        .map(row::of))
                .orElse(null);
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
