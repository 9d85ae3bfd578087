package terrace.marketplace.vault;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.embedded.StartupRefusal;

/** Seals personal data with a key that is kept outside the database, and finds it again by a keyed hash. */
@Singleton
public class Vault {

    /** Known to everyone who reads this file: good enough to develop with, refused in production. */
    private static final String DEVELOPMENT_KEY =
            Base64.getEncoder().encodeToString("terrace: a key for developing!!!".getBytes(StandardCharsets.US_ASCII));

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final byte keyId;
    private final SecretKey sealing;
    private final SecretKey indexing;
    private final boolean development;

    @jakarta.inject.Inject
    Vault(
            @Nullable @Property(name = "terrace.key") String key,
            @Property(name = "terrace.demo", defaultValue = "false") boolean demo,
            Environment environment) {
        this(chosen(key, demo || environment.getActiveNames().contains(Environment.TEST)));
    }

    Vault(String base64Key) {
        var key = decoded(base64Key);
        // HKDF gives each purpose a key of its own, so that an index never weakens the encryption.
        this.sealing = derived(key, "seal", "AES");
        this.indexing = derived(key, "index", "HmacSHA256");
        this.keyId = derived(key, "id", "Generic").getEncoded()[0];
        this.development = base64Key.equals(DEVELOPMENT_KEY);
    }

    /** True when the key is the published one; a production start must refuse it. */
    public boolean usesDevelopmentKey() {
        return development;
    }

    /** Encrypts with AES-256-GCM: one byte naming the key, a random nonce, then cipher text and tag. */
    public byte[] seal(String clear) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, keyId, nonce, clear.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .put(keyId)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The clear text of what {@link #seal} made; throws when it was sealed by another key or altered since. */
    public String open(byte[] sealed) {
        if (sealed.length < HEADER_BYTES + TAG_BITS / 8) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        if (sealed[0] != keyId) {
            throw new IllegalStateException(
                    "sealed with another key (" + HexFormat.of().toHexDigits(sealed[0])
                            + "); set terrace.key to the key this data was sealed with");
        }
        var buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var body = new byte[buffer.remaining()];
        buffer.get(body);
        return new String(run(Cipher.DECRYPT_MODE, sealed[0], nonce, body), StandardCharsets.UTF_8);
    }

    /**
     * The same 32 bytes for the same text, so that sealed data can be looked up and kept unique. Put a word for the
     * kind of data in front ("bank:…") so that equal texts of different kinds can't be matched.
     */
    public byte[] blindIndex(String clear) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexing);
            return mac.doFinal(clear.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, byte id, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(new byte[] {id});
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed data was altered, or sealed with another key", e);
        }
    }

    static String chosen(@Nullable String key, boolean mayDevelop) {
        if (key != null && !key.isBlank()) {
            return key.strip();
        }
        if (!mayDevelop) {
            throw new StartupRefusal(
                    "TERRACE_KEY is not set: make one with  openssl rand -base64 32  and keep a copy.");
        }
        return DEVELOPMENT_KEY;
    }

    private static byte[] decoded(String base64Key) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64Key);
        } catch (IllegalArgumentException e) {
            throw new StartupRefusal("TERRACE_KEY is not base64: make one with  openssl rand -base64 32.", e);
        }
        if (key.length != KEY_BYTES) {
            throw new StartupRefusal(
                    "TERRACE_KEY is %d bytes long, it must be 32: make one with  openssl rand -base64 32."
                            .formatted(key.length));
        }
        return key;
    }

    private static SecretKey derived(byte[] key, String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .thenExpand(("terrace " + purpose).getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
            var bytes = KDF.getInstance("HKDF-SHA256").deriveData(parameters);
            return new SecretKeySpec(bytes, algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
