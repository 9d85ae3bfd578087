package terrace.marketplace.files;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Keeps photos people hand in with their words, each drawn anew, under keys nobody can guess. */
@Singleton
public class KeptPhotos {
    private static final int KEY_BYTES = 16;

    private final SafeFiles files;
    private final FileStore store;
    private final SecureRandom random = new SecureRandom();

    KeptPhotos(SafeFiles files, FileStore store) {
        this.files = files;
        this.store = store;
    }

    /**
     * The keys of the photos in their order; empty when one of them is no photo, and then none is kept. Not for use in
     * a transaction: files are stored before the rows that name them.
     */
    public Optional<List<String>> keep(String folder, List<byte[]> photos, int bytesMax) {
        List<byte[]> drawn = new ArrayList<>();
        for (byte[] photo : photos) {
            if (!(files.photo(photo, bytesMax) instanceof SafeFile.Safe safe)) {
                return Optional.empty();
            }
            drawn.add(safe.bytes());
        }
        List<String> keys = new ArrayList<>();
        for (byte[] photo : drawn) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            keys.add(folder + "/" + HexFormat.of().formatHex(key));
            store.put(keys.getLast(), photo);
        }
        return Optional.of(List.copyOf(keys));
    }

    /** For words that did not come to be. */
    public void forget(List<String> keys) {
        keys.forEach(store::remove);
    }

    public Optional<byte[]> get(String key) {
        return store.get(key);
    }
}
