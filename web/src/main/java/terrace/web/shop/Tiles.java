package terrace.web.shop;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import terrace.catalog.listings.Listings;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilion.Kind;
import terrace.marketplace.pavilions.PavilionAddresses;
import terrace.marketplace.pavilions.Pavilions;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** The provinces' pavilions as tiles, and how many goods each province has on sale. */
@Singleton
public class Tiles {
    /** Counting looks at every listing, so it is done once a minute at most. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final String ALL = "all";

    private final Pavilions pavilions;
    private final PavilionAddresses addresses;
    private final Places places;
    private final Words words;
    private final LoadingCache<String, Map<String, Long>> counts;

    Tiles(Pavilions pavilions, PavilionAddresses addresses, Places places, Words words, Listings listings) {
        this.pavilions = pavilions;
        this.addresses = addresses;
        this.places = places;
        this.words = words;
        counts = Caffeine.newBuilder().expireAfterWrite(KEPT).build(all -> listings.countsByProvince());
    }

    public List<Tile> of(Language language) {
        return pavilions.all().stream()
                .filter(pavilion -> (pavilion.kind() == Kind.ORIGIN || pavilion.kind() == Kind.DEMAND)
                        && pavilion.provinceCode() != null)
                .map(pavilion -> tile(language, pavilion, Objects.requireNonNull(pavilion.provinceCode())))
                .toList();
    }

    long listingsOf(String provinceCode) {
        return counts.get(ALL).getOrDefault(provinceCode, 0L);
    }

    private Tile tile(Language language, Pavilion pavilion, String province) {
        return new Tile(
                province,
                words.say(language, "shop.tile." + province),
                places.province(language, province),
                "/pavilions/" + addresses.current(pavilion.code()),
                listingsOf(province));
    }
}
