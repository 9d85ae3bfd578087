package terrace.marketplace.assistance;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import terrace.marketplace.vault.Vault;

/** Six digits that a household is sent, for one purpose and one use. */
@Singleton
class Codes {

    static final int VALID_MINUTES = 30;
    static final int TRIES_MAX = 5;
    private static final int CODES = 1_000_000;

    private final AssistanceRepository rows;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Codes(AssistanceRepository rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    enum Purpose {
        BEGIN,
        SIGN
    }

    enum Found {
        RIGHT,
        WRONG,
        SPENT
    }

    /** The one before, of whatever purpose, is dead. */
    String make(UUID assistanceId, Purpose purpose) {
        var code = "%06d".formatted(random.nextInt(CODES));
        rows.code(assistanceId, hash(assistanceId, purpose, code), VALID_MINUTES);
        return code;
    }

    /** Each look is a try, and right only once. */
    Found check(AssistanceRow seen, Purpose purpose, String typed) {
        if (rows.tryCode(seen.id(), TRIES_MAX) == 0) {
            return Found.SPENT;
        }
        // Read after the try was counted, which holds the row: two with the same code are one after the other.
        var kept = rows.lock(seen.id()).orElseThrow().codeHash();
        if (!MessageDigest.isEqual(kept, hash(seen.id(), purpose, typed.strip()))) {
            return Found.WRONG;
        }
        rows.spend(seen.id());
        return Found.RIGHT;
    }

    private byte[] hash(UUID id, Purpose purpose, String code) {
        return vault.blindIndex("assistance-code:" + id + ":" + purpose + ":" + code);
    }
}
