package terrace.search.recommend;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom goods are looked for.
 *
 * @param memberId null for a stranger
 * @param provinceCode where goods would go, two digits
 * @param hidden goods not to be shown, such as those in the basket
 */
public record Asking(@Nullable UUID memberId, String provinceCode, Set<UUID> hidden) {}
