package terrace.catalog.categories;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of goods.
 *
 * @param level 1, 2 or 3; a root has level 1 and no parent
 * @param position order among its siblings
 * @param listings how many listings are on the shelf in it and below it, up to half a minute old
 */
public record Category(
        UUID id,
        @Nullable UUID parentId,
        String slug,
        String nameZh,
        String nameEn,
        int level,
        int position,
        int listings) {}
