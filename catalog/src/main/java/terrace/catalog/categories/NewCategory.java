package terrace.catalog.categories;

import org.jspecify.annotations.Nullable;

/**
 * A category to be in the tree: a known slug is renamed and reordered, an unknown one added; none ever changes its
 * parent.
 */
public record NewCategory(String slug, @Nullable String parentSlug, String nameZh, String nameEn, int position) {}
