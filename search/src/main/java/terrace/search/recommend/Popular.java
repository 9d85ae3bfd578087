package terrace.search.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.catalog.listings.ListingCard;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sort;

/** What sells, where; the same for everybody there, so it is asked once in a while only. */
@Singleton
class Popular {
    static final int GOODS_MAX = 120;

    private static final String EVERYWHERE = "";
    private static final int PROVINCES_KEPT_MAX = 200;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final LearnedRows rows;
    private final Listings listings;
    private final Cache<String, Ranked> ranked = Caffeine.newBuilder()
            .maximumSize(PROVINCES_KEPT_MAX)
            .expireAfterWrite(KEPT)
            .build();

    Popular(LearnedRows rows, Listings listings) {
        this.rows = rows;
        this.listings = listings;
    }

    /**
     * @param goods best first, each from 0 to 1
     * @param ofProvince false where too little was sold there to speak of it
     */
    record Ranked(Map<UUID, Double> goods, boolean ofProvince) {}

    Ranked in(String provinceCode) {
        return ranked.get(provinceCode, this::read);
    }

    /** After learning. */
    void forget() {
        ranked.invalidateAll();
    }

    private Ranked read(String provinceCode) {
        Map<UUID, Double> own = rows.popular(provinceCode, GOODS_MAX);
        if (!own.isEmpty()) {
            return new Ranked(levelled(own), true);
        }
        Map<UUID, Double> country = rows.popular(EVERYWHERE, GOODS_MAX);
        return new Ranked(country.isEmpty() ? shelf() : levelled(country), false);
    }

    /** The square root keeps the one great seller from hiding all others; the best has 1. */
    private static Map<UUID, Double> levelled(Map<UUID, Double> scores) {
        double best = scores.values().iterator().next();
        Map<UUID, Double> levelled = new LinkedHashMap<>();
        scores.forEach((id, score) -> levelled.put(id, Math.sqrt(score / best)));
        return levelled;
    }

    /** Before anything was sold or learned: what the catalogue knows. */
    private Map<UUID, Double> shelf() {
        List<ListingCard> best = listings.first(Sort.BEST_SELLING, GOODS_MAX);
        Map<UUID, Double> goods = new LinkedHashMap<>();
        best.forEach(card -> goods.put(card.id(), 1.0 / Math.sqrt(1.0 + goods.size())));
        return goods;
    }
}
