package terrace.search.signals;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that come out the same whenever the same thing is told. */
final class Derived {
    private Derived() {}

    static UUID id(UUID basket, UUID listing) {
        return UUID.nameUUIDFromBytes((basket + "/" + listing).getBytes(StandardCharsets.US_ASCII));
    }
}
