package terrace.marketplace.feeds;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) over a moment and a text, so that neither can be changed and old ones are known as old. */
public final class FeedSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1=";

    private FeedSignature() {}

    /** @param seconds since 1970, as it stands in the header beside it */
    public static String of(String secret, String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compared in the same time whatever differs. */
    public static boolean matches(String secret, String seconds, byte[] body, String signature) {
        return MessageDigest.isEqual(
                of(secret, seconds, body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
