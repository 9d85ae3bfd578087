package terrace.search.indexing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** How listings lie in the index. Only what the embedded node and every stock cluster have in common. */
final class ListingMapping {
    static final String JSON = read();
    static final String DIGEST = digest();

    /** To be raised when words or documents are made otherwise: the mapping alone does not show it. */
    private static final int EDITION = 3;

    private ListingMapping() {}

    private static String read() {
        String name = "listings.json";
        try (InputStream in = Objects.requireNonNull(ListingMapping.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest() {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest((EDITION + JSON).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
