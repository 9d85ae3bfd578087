package terrace.orders.ccb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import terrace.orders.gateway.BankLink;

/** Signs as the sandbox bank's counter does, with the key that lies beside its book; reads its daily file. */
final class CounterLetters {

    private CounterLetters() {}

    static String sign(String text) {
        try {
            String key = Files.readString(BankLink.sandboxKey().resolveSibling("ccb-counter.key"));
            Signature signature = Signature.getInstance("MD5withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(key.strip()))));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(String field) {
        int equals = field.indexOf('=');
        return field.substring(0, equals + 1) + URLEncoder.encode(field.substring(equals + 1), StandardCharsets.UTF_8);
    }

    /** Each line as {@code ref=fen}. */
    static List<String> lines(String file) {
        return file.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(parts -> parts[2] + "=" + Yuan.fen(parts[3]).orElseThrow())
                .toList();
    }
}
