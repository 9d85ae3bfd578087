package terrace.marketplace.applications;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of those who wait, oldest first.
 *
 * @param nextAfter where the next stretch begins; null at the end
 */
public record Queue(
        List<Application> applications, @Nullable String nextAfter) {

    /** @param found one more than asked for, where there is more */
    static Queue of(List<Application> found, int limit) {
        if (found.size() <= limit) {
            return new Queue(List.copyOf(found), null);
        }
        var last = found.get(limit - 1);
        return new Queue(
                List.copyOf(found.subList(0, limit)),
                new Place(Objects.requireNonNull(last.waitingSince()), last.id()).text());
    }
}
