package terrace.orders.ccb;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.BankLink;

/** The bank's public key, and our own pair: read when they are first needed, ours made where there is none. */
@Singleton
class CcbKeys {

    private static final String SHOP_PRIVATE = "ccb-shop.key";
    private static final String SHOP_DIGEST = "SHA256withRSA";
    private static final String OWNER_ONLY = "rw-------";
    private static final int BITS = 2048;
    private static final int PUB_LENGTH = 30;

    private final CcbSettings settings;
    private volatile @Nullable String counter;
    private volatile @Nullable PrivateKey own;

    CcbKeys(CcbSettings settings) {
        this.settings = settings;
    }

    /** The end of the counter's public key, which goes into the MAC of a redirect and is never sent. */
    String pub() throws IOException {
        String key = counter();
        return key.substring(key.length() - PUB_LENGTH);
    }

    /** Whether the bank has signed these bytes; false for a signature of another shape. */
    boolean ofBank(byte[] signed, byte[] sign) throws IOException {
        try {
            byte[] encoded = HexFormat.of().parseHex(counter());
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(settings.noticeDigest());
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(sign);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Signs what we send. */
    String sign(byte[] body) throws IOException {
        try {
            Signature signature = Signature.getInstance(SHOP_DIGEST);
            signature.initSign(own());
            signature.update(body);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException("our key cannot be used", e);
        }
    }

    private String counter() throws IOException {
        String known = counter;
        if (known == null) {
            Path file = settings.bankKeyFile().isBlank() ? BankLink.sandboxKey() : Path.of(settings.bankKeyFile());
            known = Files.readString(file).strip();
            counter = known;
        }
        return known;
    }

    private synchronized PrivateKey own() throws IOException, GeneralSecurityException {
        PrivateKey known = own;
        if (known == null) {
            Path folder = settings.shopKeyFolder().isBlank() ? BankLink.shopKeys() : Path.of(settings.shopKeyFolder());
            if (!Files.exists(folder.resolve(SHOP_PRIVATE))) {
                make(folder);
            }
            byte[] encoded = HexFormat.of()
                    .parseHex(Files.readString(folder.resolve(SHOP_PRIVATE)).strip());
            known = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            own = known;
        }
        return known;
    }

    /** The private half comes last and at once: a pair is there whole or not at all. */
    private static void make(Path folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(BankLink.SHOP_PUBLIC),
                HexFormat.of().formatHex(pair.getPublic().getEncoded()));
        Path half = Files.createTempFile(
                folder,
                SHOP_PRIVATE,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(half, HexFormat.of().formatHex(pair.getPrivate().getEncoded()));
        Files.move(half, folder.resolve(SHOP_PRIVATE), StandardCopyOption.ATOMIC_MOVE);
    }
}
