package terrace.bank.ccb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The counter's own key pair, made at the first start beside the book, and the shop's public key. */
public final class CcbKeys {
    /** Where shops find the counter's public key, as the bank hands it out: hexadecimal. */
    public static final String PUBLIC_FILE = "ccb-counter.pub";

    private static final String PRIVATE_FILE = "ccb-counter.key";
    private static final String OWNER_ONLY = "rw-------";
    private static final int BITS = 2048;
    /** The end of the public key that goes into the MAC of a redirect. */
    private static final int PUB_LENGTH = 30;

    private final PrivateKey own;
    private final String ownPublic;
    private final @Nullable Path shopFile;

    private CcbKeys(PrivateKey own, String ownPublic, @Nullable Path shopFile) {
        this.own = own;
        this.ownPublic = ownPublic;
        this.shopFile = shopFile;
    }

    /** @param shopFile the shop's public key in hexadecimal; read when it is first needed */
    public static CcbKeys open(Path folder, @Nullable Path shopFile) throws IOException {
        Path secret = folder.resolve(PRIVATE_FILE);
        Path open = folder.resolve(PUBLIC_FILE);
        try {
            if (!Files.exists(secret)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                KeyPair pair = generator.generateKeyPair();
                Files.writeString(
                        open, HexFormat.of().formatHex(pair.getPublic().getEncoded()));
                Path half = folder.resolve(PRIVATE_FILE + ".new");
                Files.writeString(
                        half, HexFormat.of().formatHex(pair.getPrivate().getEncoded()));
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(OWNER_ONLY));
                Files.move(half, secret);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(secret).strip());
            PrivateKey own = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
            return new CcbKeys(own, Files.readString(open).strip(), shopFile);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of the counter cannot be used", e);
        }
    }

    String pub() {
        return ownPublic.substring(ownPublic.length() - PUB_LENGTH);
    }

    /** The signature of a notice, over its fields as text. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("MD5withRSA");
            signature.initSign(own);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the shop has signed these bytes. */
    boolean ofShop(byte[] body, String signatureHex) {
        if (shopFile == null) {
            return false;
        }
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(shopFile).strip());
            PublicKey shop = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(shop);
            signature.update(body);
            return signature.verify(HexFormat.of().parseHex(signatureHex));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
