package terrace.marketplace.files;

import java.util.regex.Pattern;

/** What a key may look like: the same for every store, and harmless as a path. */
final class FileKeys {

    private static final int CHARACTERS_MAX = 200;
    private static final Pattern SAFE = Pattern.compile("[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*");

    private FileKeys() {}

    static String checked(String key) {
        if (key.length() > CHARACTERS_MAX || !SAFE.matcher(key).matches() || key.contains("..")) {
            throw new IllegalArgumentException("not a file key");
        }
        return key;
    }

    static void checkSize(byte[] bytes) {
        if (bytes.length > FileStore.FILE_BYTES_MAX) {
            throw new IllegalArgumentException("file of " + bytes.length + " bytes is over the limit");
        }
    }
}
