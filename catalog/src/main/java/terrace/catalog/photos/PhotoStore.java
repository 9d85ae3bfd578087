package terrace.catalog.photos;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.files.FileStore;
import terrace.marketplace.files.SafeFiles;

/** Keeps the files: whole photos under a key nobody knows, cuts under names that say what is in them. */
@Singleton
class PhotoStore {
    /** Of the squares, in pixels: for a page, a card, a line of a list. */
    static final List<Integer> SIDES = List.of(960, 480, 160);

    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileStore store;
    private final SafeFiles files;

    PhotoStore(FileStore store, SafeFiles files) {
        this.store = store;
        this.files = files;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 2 * KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another photo, listing or cut has another name, so that what a name stands for never changes. */
    static String name(UUID listingId, String wholeHash, Cut cut) {
        String all = listingId + " " + wholeHash + " " + cut.zoom() + " " + cut.across() + " " + cut.down();
        return "photo-" + hash(all.getBytes(StandardCharsets.UTF_8));
    }

    String freshKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return "photos/whole/" + HexFormat.of().formatHex(key);
    }

    void putWhole(String key, byte[] photo) {
        store.put(key, photo);
    }

    byte[] whole(String key) {
        return store.get(key).orElseThrow(() -> new IllegalStateException("a photo without its file: " + key));
    }

    void putCuts(String name, byte[] photo, Cut cut, int width, int height) {
        List<byte[]> squares =
                files.squares(photo, cut.left(width, height), cut.top(width, height), cut.side(width, height), SIDES);
        for (int i = 0; i < SIDES.size(); i++) {
            store.put(key(name, SIDES.get(i)), squares.get(i));
        }
    }

    Optional<byte[]> cut(String name, int side) {
        return store.get(key(name, side));
    }

    void removeWhole(String key) {
        store.remove(key);
    }

    void removeCuts(String name) {
        SIDES.forEach(side -> store.remove(key(name, side)));
    }

    private static String key(String name, int side) {
        return "photos/" + name + "-" + side + ".jpg";
    }
}
