package terrace.orders.seals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The head of the chain after a day, signed.
 *
 * @param publicKey by which anybody can check it, as PEM
 */
@SuppressWarnings("ArrayRecordComponent") // read once and handed on, never compared
public record Seal(LocalDate day, long seq, String hash, byte[] signature, String publicKey, Instant signedAt) {

    /** Exactly what is signed. */
    public byte[] head() {
        return head(day, seq, hash);
    }

    static byte[] head(LocalDate day, long seq, String hash) {
        return ("terrace books\nday " + day + "\nlink " + seq + "\nsha256 " + hash + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
