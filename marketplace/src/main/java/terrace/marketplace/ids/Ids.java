package terrace.marketplace.ids;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mints identifiers: UUIDv7 for rows (RFC 9562 §5.7), sixteen digits for what people read to each other. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final long NANOS_OF_MILLI = 1_000_000;
    private static final long FRACTIONS_OF_MILLI = 1 << 12;
    private static final long RANDOM_NUMBER_BOUND = 10_000_000_000L;

    private Ids() {}

    /**
     * A new UUIDv7: 48 bits of real time in milliseconds, 12 bits of its fraction (RFC 9562 §6.2, method 3), 62 random
     * bits. Of two that one machine makes a microsecond apart the later is the greater, if its clock goes forward.
     */
    public static UUID next() {
        Instant now = Instant.now();
        long fraction = now.getLong(ChronoField.NANO_OF_SECOND) % NANOS_OF_MILLI * FRACTIONS_OF_MILLI / NANOS_OF_MILLI;
        long high = (now.toEpochMilli() << 16) | 0x7000L | fraction;
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** An id as a form, an address or a cookie brings it back; empty for what is none. */
    public static Optional<UUID> read(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A public number of sixteen digits: the day, then ten random digits. The caller's unique key settles a clash. */
    public static String number(LocalDate day) {
        return DAY.format(day) + String.format("%010d", RANDOM.nextLong(RANDOM_NUMBER_BOUND));
    }
}
