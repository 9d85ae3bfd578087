package terrace.web.kinds;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Category;
import terrace.web.pages.Language;
import terrace.web.shop.Doors;

/** All categories below each other, also those retired that nobody else sees. */
final class KindTree {
    private KindTree() {}

    /** @param group of the public classification, where it is another one than that of the category above */
    record Branch(String slug, String name, boolean retired, int listings, String group, List<Branch> below) {}

    static List<Branch> of(Language language, List<Category> all) {
        return below(language, all, null, "");
    }

    private static List<Branch> below(Language language, List<Category> all, @Nullable UUID parent, String above) {
        return all.stream()
                .filter(category -> Objects.equals(category.parentId(), parent))
                .map(category -> {
                    String group = Objects.requireNonNullElse(category.classification(), above);
                    return new Branch(
                            category.slug(),
                            Doors.name(language, category),
                            category.retired(),
                            category.listings(),
                            group.equals(above) ? "" : group,
                            below(language, all, category.id(), group));
                })
                .toList();
    }
}
