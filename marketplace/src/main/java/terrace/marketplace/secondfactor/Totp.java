package terrace.marketplace.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords as in RFC 6238: SHA-1, steps of 30 seconds, six digits, which every app can do. */
final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    /** Clocks of phones go wrong by some seconds: a step to either side is taken too. */
    private static final int STEPS_ASIDE = 1;

    private Totp() {}

    static String code(byte[] secret, long step, int digits) {
        byte[] hash;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        int offset = hash[hash.length - 1] & 0xf;
        long number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffffL;
        long modulus = 1;
        for (int i = 0; i < digits; i++) {
            modulus *= 10;
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    /** The step for which the code is right; empty when it is for none near this moment. */
    static OptionalLong step(byte[] secret, String code, Instant moment) {
        long now = moment.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (long step = now - STEPS_ASIDE; step <= now + STEPS_ASIDE; step++) {
            if (equal(code(secret, step, DIGITS), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
