package terrace.orders.ccb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The channel's daily file: a head with the day, lines, and an end with their number and the digest before it. */
final class CcbFile {

    private static final String END = "#END|";

    private CcbFile() {}

    /** The bytes themselves, when they are a whole file of that day. */
    static byte[] checked(byte[] bytes, String day) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(END);
        if (!text.startsWith("#CCB|" + day + "|") || end < 0) {
            throw new IOException("no file of " + day);
        }
        String before = text.substring(0, end);
        long lines = before.lines().count() - 1;
        if (!text.substring(end).equals(END + lines + "|" + sha256(before) + "\n")) {
            throw new IOException("a broken file of " + day);
        }
        return bytes;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
