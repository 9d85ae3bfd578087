package terrace.marketplace.pavilions;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import terrace.marketplace.audit.Audit;

/** Where pavilions are found, for good: an address once given leads to its pavilion for ever. */
@Singleton
public class PavilionAddresses {

    private static final int CACHE_SECONDS = 5;
    private static final String ALL = "all";
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");

    private final PavilionRepository pavilions;
    private final Audit audit;
    private final LoadingCache<String, Known> cache;

    PavilionAddresses(PavilionRepository pavilions, Audit audit) {
        this.pavilions = pavilions;
        this.audit = audit;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(CACHE_SECONDS))
                .build(ignored -> Known.of(pavilions.addresses()));
    }

    /** What became of a wish for an address. */
    public enum Moving {
        MOVED,
        /** Small Latin letters, digits and hyphens make an address. */
        NOT_AN_ADDRESS,
        /** It is or was another pavilion's. */
        TAKEN
    }

    /** The code of the pavilion that has or had this address. */
    public Optional<String> codeOf(String address) {
        return Optional.ofNullable(cache.get(ALL).codes().get(address));
    }

    /** Its address now. */
    public String current(String code) {
        return cache.get(ALL).current().getOrDefault(code, code);
    }

    /** Gives a pavilion a new address; one that it had before cannot become the newest again. */
    @Transactional
    public Moving move(String code, String address, String actor) {
        if (!ADDRESS.matcher(address).matches()) {
            return Moving.NOT_AN_ADDRESS;
        }
        if (pavilions.addAddress(address, code) == 0) {
            return Known.of(pavilions.addresses())
                            .current()
                            .getOrDefault(code, "")
                            .equals(address)
                    ? Moving.MOVED
                    : Moving.TAKEN;
        }
        audit.record(actor, "pavilion.moved", "pavilion:" + code, Map.of("address", address));
        cache.invalidateAll();
        return Moving.MOVED;
    }

    /** Every address and its pavilion, and the newest of each pavilion. */
    private record Known(Map<String, String> codes, Map<String, String> current) {

        /** @param addresses the oldest first */
        static Known of(List<AddressRow> addresses) {
            Map<String, String> codes = new HashMap<>();
            Map<String, String> current = new HashMap<>();
            for (AddressRow row : addresses) {
                codes.put(row.address(), row.pavilionCode());
                current.put(row.pavilionCode(), row.address());
            }
            return new Known(codes, current);
        }
    }
}
