package terrace.catalog.categories;

import org.jspecify.annotations.Nullable;

/** What operators may change of a category; address and place in the tree are for ever. */
public record CategoryWords(
        String nameZh,
        String nameEn,
        int position,
        boolean retired,
        @Nullable Freshness freshness,
        @Nullable String classification,
        @Nullable Direction direction) {
    CategoryWords stripped() {
        return new CategoryWords(
                nameZh.strip(), nameEn.strip(), position, retired, freshness, classification, direction);
    }
}
