package terrace.marketplace.files;

import jakarta.inject.Singleton;
import java.util.Optional;
import terrace.marketplace.ids.Ids;

/** Photos and documents that bear out what somebody wrote down; kept for good, under keys nobody guesses. */
@Singleton
public class Evidence {
    public static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

    private final SafeFiles files;
    private final FileStore store;

    Evidence(SafeFiles files, FileStore store) {
        this.files = files;
        this.store = store;
    }

    /** What came of a file that was handed in. */
    public sealed interface Keeping {
        record Kept(String key, String mediaType) implements Keeping {}

        record Refused(SafeFile.Reason reason) implements Keeping {}
    }

    /** Stored before any row speaks of it, so that no row is ever without its file. Not for use in a transaction. */
    public Keeping keep(String folder, byte[] bytes) {
        return switch (files.safe(bytes, FILE_BYTES_MAX)) {
            case SafeFile.Unsafe(SafeFile.Reason reason) -> new Keeping.Refused(reason);
            case SafeFile.Safe safe -> {
                String key = folder + "/" + Ids.next();
                store.put(key, safe.bytes());
                yield new Keeping.Kept(key, safe.mediaType());
            }
        };
    }

    public Optional<byte[]> get(String key) {
        return store.get(key);
    }

    /** For a file whose row was refused after all. */
    public void forget(String key) {
        store.remove(key);
    }
}
