package terrace.orders.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the bank's notices from forged ones: {@code t=<unix>,v1=<hex hmac-sha256(secret, t.body)>}. Stripe's library
 * reckons, this class stands around it: the library takes any time in the future, fails with exceptions of its own over
 * a header of another shape or none, and its {@code constructEvent} reads the body before it has verified it.
 */
public final class NoticeSignature {

    /** How old a notice may be. */
    public static final Duration AGE_MAX = Duration.ofMinutes(5);

    /** How far the bank's clock may be ahead of ours. */
    public static final Duration AHEAD_MAX = Duration.ofMinutes(1);

    private static final int HEADER_LENGTH_MAX = 1024;
    private static final long ANY_TIME = 0;
    private static final Pattern TIME = Pattern.compile("(?:^|,)t=([0-9]{1,12})(?:,|$)");
    private static final Pattern HASH = Pattern.compile("(?:^|,)v1=[0-9a-f]{64}(?=,|$)");

    private NoticeSignature() {}

    /** What a signature is worth. */
    public enum Verdict {
        GENUINE,
        MALFORMED,
        FORGED,
        TOO_OLD,
        FROM_THE_FUTURE
    }

    /** Judges a notice. While a secret is being changed a header may carry several hashes; one that fits is enough. */
    public static Verdict judge(byte[] body, @Nullable String header, String secret, Instant now) {
        if (header == null || header.length() > HEADER_LENGTH_MAX) {
            return Verdict.MALFORMED;
        }
        Matcher time = TIME.matcher(header);
        if (!time.find() || !HASH.matcher(header).find()) {
            return Verdict.MALFORMED;
        }
        try {
            String text = new String(body, StandardCharsets.UTF_8);
            if (!Webhook.Signature.verifyHeader(text, header, secret, ANY_TIME)) {
                return Verdict.FORGED;
            }
        } catch (SignatureVerificationException e) {
            return Verdict.FORGED;
        } catch (RuntimeException e) {
            return Verdict.MALFORMED;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(time.group(1)));
        if (signedAt.isBefore(now.minus(AGE_MAX))) {
            return Verdict.TOO_OLD;
        }
        return signedAt.isAfter(now.plus(AHEAD_MAX)) ? Verdict.FROM_THE_FUTURE : Verdict.GENUINE;
    }

    /** The header the bank would send. */
    public static String header(byte[] body, String secret, Instant at) {
        try {
            String text = new String(body, StandardCharsets.UTF_8);
            return Webhook.Signature.generateSignatureHeader(text, secret, at.getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
