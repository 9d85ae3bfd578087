package terrace.web.demo.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/** Chance that falls the same way every time: the market is the same on every machine. */
public final class Seed {

    /** Ids that begin alike lie together in the index, as those minted by the clock do. */
    private static final long FIRST_MILLIS = 1_763_596_800_000L;

    private Seed() {}

    /** An id in the form of a version 7 one; {@code order} takes the place of the clock. */
    public static UUID id(long order, String... parts) {
        ByteBuffer hash = hash(parts);
        long high = ((FIRST_MILLIS + order) << 16) | 0x7000L | (hash.getLong() & 0xFFFL);
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** A number from 0 to one below the bound. */
    public static int below(int bound, String... parts) {
        return Math.floorMod(hash(parts).getLong(), bound);
    }

    static <T> T pick(List<T> from, String... parts) {
        return from.get(below(from.size(), parts));
    }

    private static ByteBuffer hash(String... parts) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
