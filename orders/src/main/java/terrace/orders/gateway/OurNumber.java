package terrace.orders.gateway;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An id of ours as a bank can carry it: 25 digits and capital letters, there and back without a table. */
public final class OurNumber {

    /** How long it always is; banks allow 30. */
    public static final int LENGTH = 25;

    private static final int RADIX = 36;
    private static final int ID_BITS = 128;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{" + LENGTH + "}");

    private OurNumber() {}

    /** The number of an id. */
    public static String of(UUID id) {
        String digits = new BigInteger(id.toString().replace("-", ""), 16)
                .toString(RADIX)
                .toUpperCase(Locale.ROOT);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    /** The id behind a number; empty for what we never gave. */
    public static Optional<UUID> read(String number) {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(number, RADIX);
        return value.bitLength() > ID_BITS
                ? Optional.empty()
                : Optional.of(new UUID(value.shiftRight(64).longValue(), value.longValue()));
    }

    /** The id a bank file means, written either way. */
    public static Optional<UUID> readAny(String reference) {
        try {
            return reference.length() == LENGTH ? read(reference) : Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
