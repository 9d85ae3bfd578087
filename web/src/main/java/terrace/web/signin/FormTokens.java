package terrace.web.signin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import terrace.marketplace.vault.Vault;

/**
 * Makes the token of a form from the reader's session, and checks it: a keyed hash, so that nothing is stored and a
 * token from another session, or a planted cookie, is worth nothing.
 */
@Singleton
public class FormTokens {
    private final Vault vault;

    FormTokens(Vault vault) {
        this.vault = vault;
    }

    public String of(Visitor visitor) {
        byte[] token = vault.blindIndex("form-token:" + visitor.binding());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    boolean valid(Visitor visitor, String token) {
        return MessageDigest.isEqual(
                of(visitor).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }
}
