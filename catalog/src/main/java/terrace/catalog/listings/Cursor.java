package terrace.catalog.listings;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list of cards was left off: the sort key of the last card and its id. */
record Cursor(Sort sort, long key, UUID id) {
    private static final int BYTES = 1 + 3 * Long.BYTES;

    String written() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put((byte) sort.letter())
                .putLong(key)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Null, and so the first page, for what nobody here has written or what belongs to another order. */
    static @Nullable Cursor read(@Nullable String written, Sort sort) {
        if (written == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length != BYTES || bytes[0] != sort.letter()) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, BYTES - 1);
        return new Cursor(sort, buffer.getLong(), new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** Instants are kept in microseconds, as fine as PostgreSQL keeps them. */
    static long micros(OffsetDateTime time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
    }

    Object sqlKey() {
        return sort == Sort.NEWEST ? Instant.EPOCH.plus(key, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC) : (Object) key;
    }
}
