package terrace.web.signin;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the token of a form from the reader's session, and checks it: an HMAC, so that nothing is stored and a token
 * from another session, or a planted cookie, is worth nothing.
 */
@Singleton
public class FormTokens {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    FormTokens(@Value("${terrace.key}") String key) {
        this.key = new SecretKeySpec(("form-token:" + key).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String of(Visitor visitor) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] token = mac.doFinal(visitor.binding().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean valid(Visitor visitor, String token) {
        return MessageDigest.isEqual(
                of(visitor).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }
}
