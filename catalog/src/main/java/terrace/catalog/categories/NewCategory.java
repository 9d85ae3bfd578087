package terrace.catalog.categories;

import org.jspecify.annotations.Nullable;

/**
 * A category to be in the tree: a known slug is renamed and reordered, an unknown one added; none ever changes its
 * parent.
 *
 * @param classification code of a {@link Group}; null: as the category above it, or as it is known already
 */
public record NewCategory(
        String slug,
        @Nullable String parentSlug,
        String nameZh,
        String nameEn,
        int position,
        @Nullable String classification) {
    /** In the group of the category above it. */
    public NewCategory(String slug, @Nullable String parentSlug, String nameZh, String nameEn, int position) {
        this(slug, parentSlug, nameZh, nameEn, position, null);
    }
}
