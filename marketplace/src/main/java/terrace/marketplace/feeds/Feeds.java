package terrace.marketplace.feeds;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.impact.Fact;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.vault.Token;
import terrace.marketplace.vault.Vault;

/** The outside platforms that are told of facts, how far each has come, and what they fetch. */
@Singleton
public class Feeds {
    public static final String RECEIVER_HEADER = "Terrace-Receiver";
    public static final String FEED_HEADER = "Terrace-Feed";
    public static final String AFTER_HEADER = "Terrace-After";
    public static final String LAST_HEADER = "Terrace-Last";
    public static final String TIME_HEADER = "Terrace-Time";
    public static final String SIGNATURE_HEADER = "Terrace-Signature";

    public static final int FACTS_MAX = 1_000;
    public static final int NAME_CHARACTERS_MAX = 60;

    /** How far the receiver's clock may be from ours. */
    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private static final String CODE = "[a-z0-9][a-z0-9-]{1,59}";

    private final FeedRepository repository;
    private final FeedWriting writing;
    private final CampaignWriting standings;
    private final FeedTransport transport;
    private final Impact impact;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Feeds(
            FeedRepository repository,
            FeedWriting writing,
            CampaignWriting standings,
            FeedTransport transport,
            Impact impact,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.writing = writing;
        this.standings = standings;
        this.transport = transport;
        this.impact = impact;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** By code. */
    public List<FeedReceiver> receivers() {
        long last = impact.last();
        return repository.all().stream().map(row -> receiver(row, last)).toList();
    }

    public Optional<FeedReceiver> receiver(String code) {
        return repository.byCode(code).map(row -> receiver(row, impact.last()));
    }

    private FeedReceiver receiver(FeedRow row, long last) {
        Instant waiting = impact.after(row.reached(), 1).stream()
                .findFirst()
                .map(Fact::at)
                .orElse(null);
        return new FeedReceiver(
                row.code(),
                row.name(),
                row.format(),
                row.pushUrl(),
                row.stopped(),
                row.reached(),
                row.tries(),
                row.trouble(),
                row.succeededAt(),
                last,
                waiting);
    }

    /**
     * Names a receiver and gives it a secret.
     *
     * @param pushUrl empty for one that fetches
     */
    @Transactional
    public Making make(String code, String name, FeedFormat format, String pushUrl, String actor) {
        if (!code.matches(CODE)) {
            return new Making.CodeMalformed();
        }
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            return new Making.NameMissing();
        }
        if (!pushUrl.isEmpty() && !transport.acceptable(pushUrl)) {
            return new Making.AddressRefused();
        }
        String secret = Token.random();
        @Nullable String address = pushUrl.isEmpty() ? null : pushUrl;
        if (repository.make(code, name.strip(), vault.seal(secret), format.name(), address, actor) == 0) {
            return new Making.CodeTaken();
        }
        audit.record(actor, "feed.made", "feed:" + code, Map.of("format", format.name()));
        return new Making.Made(secret);
    }

    /** A new secret, the old one being good for nothing from now on; empty when there is no such receiver. */
    @Transactional
    public Optional<String> renewSecret(String code, String actor) {
        String secret = Token.random();
        if (repository.renew(code, vault.seal(secret)) == 0) {
            return Optional.empty();
        }
        audit.record(actor, "feed.secret-renewed", "feed:" + code, Map.of());
        return Optional.of(secret);
    }

    /** Stops telling a receiver, or begins again where it stood; false when there is no such one. */
    @Transactional
    public boolean stop(String code, boolean stopped, String actor) {
        if (repository.stop(code, stopped) == 0) {
            return false;
        }
        audit.record(actor, stopped ? "feed.stopped" : "feed.resumed", "feed:" + code, Map.of());
        return true;
    }

    /**
     * Sends again what comes after this number; a receiver that has it already takes no harm. False when there is no
     * such receiver, or no fact of this number yet.
     */
    @Transactional
    public boolean resend(String code, long after, String actor) {
        if (after < 0 || after > impact.last() || repository.resend(code, after) == 0) {
            return false;
        }
        audit.record(actor, "feed.resent", "feed:" + code, Map.of("after", Long.toString(after)));
        return true;
    }

    /**
     * Facts for a receiver that asks for them: signed by it over the address asked, signed by us over what it gets.
     * Asking for what comes after a number says that everything up to it has arrived; a number that no fact has yet is
     * taken for the newest one, or facts to come would be passed over.
     *
     * @param address path and query as they were asked
     * @param after empty to go on where it stands
     */
    public Fetching fetch(
            String code,
            String seconds,
            String signature,
            String address,
            @Nullable FeedFormat wanted,
            OptionalLong after,
            int limit) {
        return known(code, seconds, signature, address)
                .<Fetching>map(receiver -> {
                    long from = Math.min(after.orElse(receiver.reached()), impact.last());
                    repository.fetched(code, from);
                    return page(
                            receiver,
                            writing.batch(code, format(receiver, wanted), from, Math.clamp(limit, 1, FACTS_MAX)));
                })
                .orElseGet(Fetching.Refused::new);
    }

    /** How campaigns stand, for a receiver that asks, signed as facts are; it moves nobody on. */
    public Fetching campaigns(
            String code, String seconds, String signature, String address, @Nullable FeedFormat wanted) {
        return known(code, seconds, signature, address)
                .<Fetching>map(
                        receiver -> page(receiver, standings.page(code, format(receiver, wanted), receiver.reached())))
                .orElseGet(Fetching.Refused::new);
    }

    private static FeedFormat format(FeedRow receiver, @Nullable FeedFormat wanted) {
        return wanted == null ? receiver.format() : wanted;
    }

    /** Who signed this with its secret, just now, for this address. */
    private Optional<FeedRow> known(String code, String seconds, String signature, String address) {
        return repository
                .byCode(code)
                .filter(receiver -> !receiver.stopped() && fresh(seconds))
                .filter(receiver -> FeedSignature.matches(
                        vault.open(receiver.sealedSecret()),
                        seconds,
                        address.getBytes(StandardCharsets.UTF_8),
                        signature));
    }

    private Fetching page(FeedRow receiver, FeedBatch batch) {
        String now = Long.toString(clock.now().getEpochSecond());
        return new Fetching.Page(batch, now, FeedSignature.of(vault.open(receiver.sealedSecret()), now, batch.body()));
    }

    private boolean fresh(String seconds) {
        if (!seconds.matches("[0-9]{1,12}")) {
            return false;
        }
        long apart = clock.now().getEpochSecond() - Long.parseLong(seconds);
        return Math.abs(apart) <= SKEW_MAX.toSeconds();
    }
}
