package terrace.marketplace.attempts;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import terrace.marketplace.vault.Vault;

/** Counts tries at secrets. */
@Singleton
public class Attempts {

    /** How long an address someone came in from is remembered as theirs. */
    private static final int KNOWN_ADDRESS_DAYS = 30;

    private final AttemptRepository attempts;
    private final Vault vault;

    Attempts(AttemptRepository attempts, Vault vault) {
        this.attempts = attempts;
        this.vault = vault;
    }

    /**
     * Asks leave to try. The try is on record, and committed, before its secret is looked at, so that a hundred tries
     * at once count as a hundred.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt begin(AttemptKind kind, String who, String address) {
        var whoIndex = vault.blindIndex("attempt-who:" + who);
        var addressIndex = vault.blindIndex("attempt-address:" + address);
        // Always in this order: whoever holds the second lock waits for no first one.
        attempts.lock(ByteBuffer.wrap(whoIndex).getLong());
        attempts.lock(ByteBuffer.wrap(addressIndex).getLong());
        var reached = limitReached(kind, whoIndex, addressIndex);
        if (reached.isPresent()) {
            return new Attempt.TooMany(reached.get().plus(kind.window));
        }
        return new Attempt.Begun(attempts.add(kind.name(), whoIndex, addressIndex));
    }

    /** Tells that the try was right. */
    @Transactional
    public void succeed(Attempt.Begun attempt) {
        attempts.succeed(attempt.id());
    }

    @Transactional
    void clear() {
        attempts.clear(KNOWN_ADDRESS_DAYS);
    }

    private Optional<Instant> limitReached(AttemptKind kind, byte[] who, byte[] address) {
        var name = kind.name();
        long seconds = kind.window.toSeconds();
        return attempts.limitReachedByBoth(name, who, address, kind.sameWhoAndAddressMax, seconds)
                .or(() -> attempts.limitReachedByAddress(name, address, kind.sameAddressMax, seconds))
                .or(() -> attempts.limitReachedByWho(name, who, kind.sameWhoMax, seconds)
                        .filter(ignored -> !attempts.cameFrom(name, who, address)));
    }
}
