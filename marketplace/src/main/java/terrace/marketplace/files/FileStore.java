package terrace.marketplace.files;

import java.util.Optional;

/** Keeps bytes under a key. */
public interface FileStore {

    /** The largest file that is taken. */
    int FILE_BYTES_MAX = 20 * 1024 * 1024;

    /** Stores or replaces; a reader sees the old bytes or the new ones, never half. */
    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);

    /** Removing what is not there is no error. */
    void remove(String key);
}
