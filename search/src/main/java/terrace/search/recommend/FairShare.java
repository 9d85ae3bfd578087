package terrace.search.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sort;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;

/**
 * Goods that nobody could have bought yet: new ones, and those of small merchants. A stated share of the places is
 * theirs, by lot: the same lot for one person on one day, another tomorrow.
 */
@Singleton
class FairShare {
    /** Of so many places in a row … */
    static final int PLACES = 12;
    /** … so many are theirs, … */
    static final int RESERVED = 2;
    /** … the fifth and the tenth: seen, but not in front of everything. */
    static final List<Integer> POSITIONS = List.of(4, 9);

    static final Duration NEW = Duration.ofDays(30);

    private static final Set<Merchant.Kind> SMALL =
            Set.of(Merchant.Kind.HOUSEHOLD, Merchant.Kind.FAMILY_FARM, Merchant.Kind.INDIVIDUAL);
    private static final int NEWEST_MAX = 100;
    private static final int OF_SMALL_MAX = 150;
    private static final int SMALL_MERCHANTS_MAX = 400;
    private static final int MERCHANTS_AT_ONCE = 200;
    private static final int MERCHANTS_MAX = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Listings listings;
    private final Merchants merchants;
    private final Clock clock;
    private final Cache<LocalDate, Map<UUID, Reason>> pools =
            Caffeine.newBuilder().maximumSize(2).expireAfterWrite(KEPT).build();

    FairShare(Listings listings, Merchants merchants, Clock clock) {
        this.listings = listings;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** Goods in the order of this person's lot of today, with what gives them a place. */
    List<Ranking.Weighed> drawn(String person, int limit) {
        LocalDate today = clock.today();
        Map<UUID, Reason> pool = Objects.requireNonNull(pools.get(today, this::pool));
        return pool.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> lot(person + today + each.getKey())))
                .limit(limit)
                .map(each -> new Ranking.Weighed(each.getKey(), 0, each.getValue(), null))
                .toList();
    }

    void forget() {
        pools.invalidateAll();
    }

    private Map<UUID, Reason> pool(LocalDate day) {
        Map<UUID, Reason> pool = new LinkedHashMap<>();
        Instant since = clock.now().minus(NEW);
        Set<UUID> small = small(day);
        listings.ofMerchants(small, Sort.NEWEST, null, OF_SMALL_MAX)
                .items()
                .forEach(card -> put(pool, card, Reason.SMALL_MERCHANT));
        List<ListingCard> newest = listings.first(Sort.NEWEST, NEWEST_MAX);
        Map<UUID, Listing> known =
                listings.byIds(newest.stream().map(ListingCard::id).collect(Collectors.toSet()));
        newest.stream().filter(card -> since(known.get(card.id()), since)).forEach(card -> put(pool, card, Reason.NEW));
        return pool;
    }

    private static void put(Map<UUID, Reason> pool, ListingCard card, Reason reason) {
        if (card.inStock()) {
            pool.putIfAbsent(card.id(), reason);
        }
    }

    private static boolean since(@Nullable Listing listing, Instant since) {
        return listing != null
                && listing.publishedAt() != null
                && Objects.requireNonNull(listing.publishedAt()).isAfter(since);
    }

    /** So many of the small merchants as one question bears, others each day. */
    private Set<UUID> small(LocalDate day) {
        List<UUID> small = new ArrayList<>();
        String after = null;
        List<Merchant> page;
        int seen = 0;
        do {
            page = merchants.page(after, MERCHANTS_AT_ONCE);
            page.stream()
                    .filter(merchant -> merchant.status() == Merchant.Status.OPEN && SMALL.contains(merchant.kind()))
                    .forEach(merchant -> small.add(merchant.id()));
            seen += page.size();
            after = page.isEmpty() ? after : page.getLast().code();
        } while (page.size() == MERCHANTS_AT_ONCE && seen < MERCHANTS_MAX);
        small.sort(Comparator.comparingLong(id -> lot(day.toString() + id)));
        return new HashSet<>(small.subList(0, Math.min(small.size(), SMALL_MERCHANTS_MAX)));
    }

    /** A number that nobody chooses and that comes out the same each time (FNV-1a, then mixed once more). */
    private static long lot(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
