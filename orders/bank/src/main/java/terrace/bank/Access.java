package terrace.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import terrace.bank.counter.Refusal;

/** Lets in who holds the API key. */
final class Access {
    private final byte[] expected;

    Access(String apiKey) {
        expected = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
    }

    /** The same secret as the password of the second protocol's questions. */
    void requirePassword(String given) {
        if (!MessageDigest.isEqual(expected, ("Bearer " + given).getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(401, "invalid_request_error", "password_invalid", "Invalid password.", "QUPWD");
        }
    }

    void require(Call call) {
        byte[] given = call.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new Refusal(401, "invalid_request_error", "api_key_invalid", "Invalid API key.", null);
        }
    }
}
