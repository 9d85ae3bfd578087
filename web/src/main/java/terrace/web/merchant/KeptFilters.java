package terrace.web.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.filters.SavedFilter;

/**
 * Somebody's filters beside a list.
 *
 * @param path where they are kept
 * @param list the list's own path
 * @param asked what the list is asked now, by name, for the form that keeps it
 * @param problem key of why it could not be kept, null for nothing
 */
public record KeptFilters(
        String path,
        String list,
        List<SavedFilter> filters,
        List<Asked> asked,
        @Nullable String problem) {

    public record Asked(String name, String value) {}

    /** @param kept what the address says of the last try */
    public static @Nullable String problem(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        return kept.equals("many") ? "desk.filters.many" : "desk.filters.name-length";
    }
}
