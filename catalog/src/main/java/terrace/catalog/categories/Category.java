package terrace.catalog.categories;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of goods.
 *
 * @param level 1, 2 or 3; a root has level 1 and no parent
 * @param position order among its siblings
 * @param listings how many listings are on the shelf in it and below it, up to half a minute old
 * @param retired takes no new goods; those in it stay
 * @param freshness null: as the category above it
 * @param classification code of a {@link Group}; null: as the category above it
 * @param direction null: as the category above it, {@link Direction#UP} where none says anything
 * @param version grows with every change
 */
public record Category(
        UUID id,
        @Nullable UUID parentId,
        String slug,
        String nameZh,
        String nameEn,
        int level,
        int position,
        int listings,
        boolean retired,
        @Nullable Freshness freshness,
        @Nullable String classification,
        @Nullable Direction direction,
        long version) {

    Category counting(int counted) {
        return new Category(
                id,
                parentId,
                slug,
                nameZh,
                nameEn,
                level,
                position,
                counted,
                retired,
                freshness,
                classification,
                direction,
                version);
    }

    /** What operators may change of it. */
    public CategoryWords words() {
        return new CategoryWords(nameZh, nameEn, position, retired, freshness, classification, direction);
    }
}
