package terrace.search.filters;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.Freight;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

/**
 * What goods belong to by somebody else's word: pavilions, campaigns, tariffs. It is not in their documents but asked
 * when searching, some seconds old: a campaign begins on its minute, and one new tariff rewrites no thousand documents.
 */
@Singleton
public class Belongings {
    private static final long FRESH_NANOS = Duration.ofSeconds(3).toNanos();

    private final Pavilions pavilions;
    private final Campaigns campaigns;
    private final Freight freight;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    Belongings(Pavilions pavilions, Campaigns campaigns, Freight freight, Clock clock) {
        this.pavilions = pavilions;
        this.campaigns = campaigns;
        this.freight = freight;
        this.clock = clock;
    }

    /** As of now; whoever finds it old reads it again, and nobody else waits. */
    Known known() {
        Known before = known;
        if (before != null && (System.nanoTime() - before.at < FRESH_NANOS || !reading.tryLock())) {
            return before;
        }
        if (before == null) {
            reading.lock();
        }
        try {
            Known read = read(before);
            known = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Known read(@Nullable Known before) {
        Instant now = clock.now();
        Map<String, Set<UUID>> open = new LinkedHashMap<>();
        for (Campaign campaign : campaigns.open(now)) {
            open.put(campaign.slug(), Set.copyOf(campaign.listingIds()));
        }
        long at = System.nanoTime();
        Known read = new Known(
                pavilions.all(),
                pavilions.members(),
                open,
                clock.dayOf(now),
                freight,
                new ConcurrentHashMap<>(),
                at,
                at);
        return before != null && read.saysTheSameAs(before) ? read.ofEdition(before.edition) : read;
    }

    /**
     * What was known at one moment.
     *
     * @param members merchants of a pavilion, by its code
     * @param campaigns listings of those that run, by slug, the one that ends first in front
     * @param at when it was read, by System.nanoTime
     * @param edition the time it was first read so; the same says the same, but for tariffs
     */
    record Known(
            List<Pavilion> pavilions,
            Map<String, Set<UUID>> members,
            Map<String, Set<UUID>> campaigns,
            LocalDate today,
            Freight freight,
            Map<String, Set<UUID>> notDelivering,
            long at,
            long edition) {

        private boolean saysTheSameAs(Known other) {
            return today.equals(other.today)
                    && pavilions.equals(other.pavilions)
                    && members.equals(other.members)
                    && List.copyOf(campaigns.entrySet()).equals(List.copyOf(other.campaigns.entrySet()));
        }

        private Known ofEdition(long first) {
            return new Known(pavilions, members, campaigns, today, freight, notDelivering, at, first);
        }

        Set<UUID> notDelivering(String provinceCode) {
            return notDelivering.computeIfAbsent(provinceCode, freight::notDelivering);
        }
    }
}
