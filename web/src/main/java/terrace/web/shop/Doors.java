package terrace.web.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sort;
import terrace.web.pages.Language;
import terrace.web.pages.ListingPicture;

/** Ways into categories, each with the picture of what sells best behind it. */
@Singleton
public class Doors {
    /** A category changes its face rarely; so no page pays for looking at each category's goods. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final int KEPT_MAX = 1_000;
    private static final String NOTHING_YET = "vegetables-53-0";

    private final Listings listings;
    private final Cache<UUID, String> faces =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build();

    Doors(Listings listings) {
        this.listings = listings;
    }

    /** Those behind which there is nothing are left out. */
    public List<Door> of(Language language, Collection<Category> categories) {
        return categories.stream()
                .filter(category -> category.listings() > 0)
                .map(category -> new Door(
                        name(language, category),
                        path(category),
                        faces.get(category.id(), this::face),
                        category.listings()))
                .toList();
    }

    public static String name(Language language, Category category) {
        return language.english() ? category.nameEn() : category.nameZh();
    }

    static String path(Category category) {
        return "/categories/" + category.slug();
    }

    private String face(UUID categoryId) {
        return listings.inCategory(categoryId, Sort.BEST_SELLING, null, 1).items().stream()
                .findFirst()
                .map(card -> ListingPicture.small(card.motif(), card.countyCode(), card.id()))
                .orElse(NOTHING_YET);
    }
}
