package terrace.marketplace.zones;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.pavilions.Pavilions;

/**
 * The door to the terms of zones. The till asks it for every purchase, so that terms and members are kept some seconds;
 * how many somebody has bought is counted by the till itself, under its own lock.
 */
@Singleton
public class Zones {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final String ALL = "all";

    private final ZoneRows rows;
    private final Pavilions pavilions;
    private final Audit audit;
    private final Clock clock;
    private final LoadingCache<String, List<Zone>> cache;

    Zones(ZoneRows rows, Pavilions pavilions, Audit audit, Clock clock) {
        this.rows = rows;
        this.pavilions = pavilions;
        this.audit = audit;
        this.clock = clock;
        this.cache = Caffeine.newBuilder().expireAfterWrite(KEPT).build(ignored -> load());
    }

    /** How many pieces of a listing one person may buy within so many days. */
    public record Limit(String pavilionCode, int piecesMax, int days) {}

    /** Makes these the terms of their zone; once for an id. */
    @Transactional
    public void set(UUID id, ZoneTerms terms, UUID by) {
        if (rows.insert(id, terms, by)) {
            audit.record(
                    "account:" + by, "zone.terms-set", "pavilion:" + terms.pavilionCode(), Map.of("terms", "" + id));
        }
        cache.invalidateAll();
    }

    /** The terms that hold now. */
    @Connectable
    public Optional<ZoneTerms> terms(String pavilionCode) {
        Instant now = clock.now();
        return cache.get(ALL).stream()
                .map(Zone::terms)
                .filter(terms -> terms.pavilionCode().equals(pavilionCode) && now.isBefore(terms.endsAt()))
                .findFirst();
    }

    /** What stands against goods going to a province now, by SKU; what is not named may go. */
    @Connectable
    public Map<UUID, ZoneRefusal> against(Collection<ZoneGoods> goods, String province) {
        Map<UUID, ZoneRefusal> found = new LinkedHashMap<>();
        Instant now = clock.now();
        for (Zone zone : holding(now)) {
            for (ZoneGoods each : goods) {
                if (zone.terms().concern(each, zone.members())) {
                    zone.terms()
                            .against(each, province, now)
                            .ifPresent(refusal -> found.putIfAbsent(each.skuId(), refusal));
                }
            }
        }
        return found;
    }

    /** By listing, the tightest limit on what one person may buy. */
    @Connectable
    public Map<UUID, Limit> limits(Collection<ZoneGoods> goods) {
        Map<UUID, Limit> found = new HashMap<>();
        for (Zone zone : holding(clock.now())) {
            Integer most = zone.terms().piecesMax();
            for (ZoneGoods each : goods) {
                if (most != null && zone.terms().concern(each, zone.members())) {
                    found.merge(
                            each.listingId(),
                            new Limit(
                                    zone.terms().pavilionCode(),
                                    most,
                                    zone.terms().days()),
                            (one, other) -> one.piecesMax() <= other.piecesMax() ? one : other);
                }
            }
        }
        return found;
    }

    private List<Zone> holding(Instant now) {
        return cache.get(ALL).stream()
                .filter(zone -> now.isBefore(zone.terms().endsAt()))
                .toList();
    }

    private List<Zone> load() {
        List<ZoneTerms> terms = rows.last();
        Map<String, Set<UUID>> members = terms.isEmpty() ? Map.of() : pavilions.members();
        return terms.stream()
                .map(each -> new Zone(each, members.getOrDefault(each.pavilionCode(), Set.of())))
                .toList();
    }

    private record Zone(ZoneTerms terms, Set<UUID> members) {}
}
