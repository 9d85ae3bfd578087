package terrace.orders.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells the bank's notices from forged ones: {@code t=<unix>,v1=<hex hmac-sha256(secret, t.body)>}, over the bytes as
 * they came. Stricter than Stripe's own library, which takes any time in the future.
 */
public final class NoticeSignature {

    /** How old a notice may be. */
    public static final Duration AGE_MAX = Duration.ofMinutes(5);

    /** How far the bank's clock may be ahead of ours. */
    public static final Duration AHEAD_MAX = Duration.ofMinutes(1);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEADER_LENGTH_MAX = 1024;
    private static final Pattern TIME = Pattern.compile("(?:^|,)t=([0-9]{1,12})(?:,|$)");
    private static final Pattern HASH = Pattern.compile("(?:^|,)v1=([0-9a-f]{64})(?=,|$)");

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
        List<String> hashes =
                HASH.matcher(header).results().map(m -> m.group(1)).toList();
        if (!time.find() || hashes.isEmpty()) {
            return Verdict.MALFORMED;
        }
        byte[] expected = hash(body, time.group(1), secret);
        boolean fits = false;
        for (String hash : hashes) {
            fits |= MessageDigest.isEqual(expected, HexFormat.of().parseHex(hash));
        }
        if (!fits) {
            return Verdict.FORGED;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(time.group(1)));
        if (signedAt.isBefore(now.minus(AGE_MAX))) {
            return Verdict.TOO_OLD;
        }
        return signedAt.isAfter(now.plus(AHEAD_MAX)) ? Verdict.FROM_THE_FUTURE : Verdict.GENUINE;
    }

    /** The header the bank would send. */
    public static String header(byte[] body, String secret, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(hash(body, time, secret));
    }

    private static byte[] hash(byte[] body, String time, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
