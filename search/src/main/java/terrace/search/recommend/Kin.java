package terrace.search.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sort;

/** What goods are and where they stand among others; changes rarely, so it is kept a while. */
@Singleton
class Kin {
    /** Best sellers of one category that may be shown. */
    static final int OF_CATEGORY_MAX = 30;

    private static final int GOODS_KEPT_MAX = 100_000;
    private static final int CATEGORIES_KEPT_MAX = 2_000;
    private static final Duration GOODS_KEPT = Duration.ofMinutes(10);
    private static final Duration CATEGORIES_KEPT = Duration.ofMinutes(1);

    private final Listings listings;
    private final Cache<UUID, Trait> traits = Caffeine.newBuilder()
            .maximumSize(GOODS_KEPT_MAX)
            .expireAfterWrite(GOODS_KEPT)
            .build();
    private final Cache<UUID, List<ListingCard>> best = Caffeine.newBuilder()
            .maximumSize(CATEGORIES_KEPT_MAX)
            .expireAfterWrite(CATEGORIES_KEPT)
            .build();

    Kin(Listings listings) {
        this.listings = listings;
    }

    /** What a comparison needs to know of goods. */
    record Trait(UUID categoryId, UUID merchantId, String provinceCode, String title) {
        static Trait of(Listing listing) {
            return new Trait(listing.categoryId(), listing.merchantId(), listing.provinceCode(), listing.title());
        }
    }

    /** Those that are known; one question for all that were not asked of lately. */
    Map<UUID, Trait> traits(Collection<UUID> ids) {
        Map<UUID, Trait> found = new HashMap<>(traits.getAllPresent(ids));
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            listings.byIds(missing).forEach((id, listing) -> {
                Trait trait = Trait.of(listing);
                traits.put(id, trait);
                found.put(id, trait);
            });
        }
        return found;
    }

    /** A category's best sellers. */
    List<ListingCard> bestOf(UUID categoryId) {
        return best.get(
                categoryId,
                id -> listings.inCategory(id, Sort.BEST_SELLING, null, OF_CATEGORY_MAX)
                        .items());
    }
}
