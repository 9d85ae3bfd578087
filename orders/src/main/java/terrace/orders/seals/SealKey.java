package terrace.orders.seals;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import terrace.marketplace.embedded.DataFolder;

/**
 * The pair of keys (Ed25519, PEM) in the folder {@code terrace.books.seal-folder}; a market of demo makes one of its
 * own, any other seals nothing without it.
 */
@Singleton
class SealKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "books-seal.key";
    private static final String PUBLIC = "books-seal.pub";
    private static final String OWNER_ONLY = "rw-------";
    private static final int LINE = 64;

    private final String folder;
    private final boolean demo;

    SealKey(@Value("${terrace.books.seal-folder:}") String folder, @Value("${terrace.demo:false}") boolean demo) {
        this.folder = folder;
        this.demo = demo;
    }

    /** Where it is, or would be made; empty where nothing is sealed. */
    private Optional<Path> place() {
        return folder.isBlank()
                ? Optional.of(DataFolder.current().resolve("keys")).filter(made -> demo)
                : Optional.of(Path.of(folder));
    }

    boolean present() {
        return place().isPresent();
    }

    /** What was signed, with the public half that checks it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once
    record Signed(byte[] signature, String publicKey) {}

    Optional<Signed> sign(byte[] text) {
        return place().map(keys -> {
            try {
                return sign(keys, text);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("The seal of the books cannot be used: " + keys, e);
            }
        });
    }

    private synchronized Signed sign(Path keys, byte[] text) throws IOException, GeneralSecurityException {
        if (demo && folder.isBlank() && !Files.exists(keys.resolve(PRIVATE))) {
            make(keys);
        }
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(bytes(Files.readString(keys.resolve(PRIVATE))))));
        signature.update(text);
        byte[] signed = signature.sign();
        String publicKey = Files.readString(keys.resolve(PUBLIC));
        if (!fits(publicKey, text, signed)) {
            throw new GeneralSecurityException("the two halves are of different pairs");
        }
        return new Signed(signed, publicKey);
    }

    /** Whether this public half says that the text was signed so. */
    static boolean fits(String publicKey, byte[] text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(publicKey))));
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The private half comes last and at once: a pair is there whole or not at all. */
    private static void make(Path keys) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createDirectories(keys);
        Files.writeString(
                keys.resolve(PUBLIC), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        Path half = Files.createTempFile(
                keys,
                PRIVATE,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(half, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.move(half, keys.resolve(PRIVATE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String pem(String what, byte[] encoded) {
        String text = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private static byte[] bytes(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
